/**
 * Writes `fixtures/NAME.tract.gz` and `fixtures/NAME.json` with the code that this folder stands beside. Run it in a checkout of a released version,
 * with this folder copied there: the file then is what that version really wrote. Argument: NAME.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { Workspace } from '../../core/workspace.ts'
import { handClock } from '../helpers/handClock.ts'
import { tempFolder } from '../helpers/tempFolder.ts'
import { testPorts } from '../helpers/testPorts.ts'
import { writeEverything } from './everything.ts'
import { openPorts } from './openPorts.ts'
import { shownOf } from './shown.ts'

const [name = ''] = process.argv.slice(2)
const target = (ending: string): string => join(import.meta.dirname, 'fixtures', `${name}${ending}`)
using folder = tempFolder()
const clock = handClock()
await writeEverything(folder.file(), testPorts(clock), clock, () => copyTo(folder.file('copy.tract')))
writeFileSync(target('.tract.gz'), gzipSync(readFileSync(folder.file('copy.tract')), { level: 9 }))

copyFileSync(folder.file('copy.tract'), folder.file('opened.tract'))
using workspace = Workspace.open(folder.file('opened.tract'), { ports: openPorts() })
writeFileSync(target('.json'), `${JSON.stringify(shownOf(workspace), null, 1)}\n`)

/** As small as it gets, and in WAL mode like the file itself. */
function copyTo(path: string): void {
  const driver = new BetterSqlite3(folder.file())
  driver.prepare('vacuum into ?').run(path)
  driver.close()
  const copy = new BetterSqlite3(path)
  copy.pragma('journal_mode = wal')
  copy.close()
}
