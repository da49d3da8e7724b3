/** A process that copies an old workspace file again and again and opens each copy, until it is killed. Arguments: the file, a folder for copies, a name for them. */
import { copyFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../core/store/open.ts'

export type Opening = { readonly name: string; readonly isOpened: boolean }

const [old = '', folder = '', name = ''] = process.argv.slice(2)
for (let i = 0; ; i++) {
  const copy = `${name}-${i}.tract`
  copyFileSync(old, join(folder, copy))
  say({ name: copy, isOpened: false })
  openDatabase(join(folder, copy)).close()
  say({ name: copy, isOpened: true })
}

function say(line: Opening): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
