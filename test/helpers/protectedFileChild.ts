/** A process without rights of its own opens a workspace file as the app does, and says what it may do with it. Argument: path. */
import { writeSync } from 'node:fs'
import { Fault } from '../../core/model/fault.ts'
import { realPorts } from '../../core/realPorts.ts'
import { Workspace } from '../../core/workspace.ts'
import { openFile } from '../../main/openFile.ts'

export type Opened = { readonly readOnly: string | null; readonly tracts: readonly string[]; readonly wrote: string }

const [path = ''] = process.argv.slice(2)
Workspace.open().close() // loads all that is loaded late, while this process may still read its own code
if (process.getuid?.() === 0) {
  process.setgroups?.([])
  process.setgid?.(65534)
  process.setuid?.(65534)
}
writeSync(1, `${JSON.stringify(open())}\n`)

function open(): Opened {
  try {
    const { workspace, readOnly } = openFile(path, 'write', realPorts)
    using _ = workspace
    return { readOnly: readOnly?.why ?? null, tracts: workspace.list().map(({ name }) => name), wrote: codeOf(() => workspace.create({ name: 'more' })) }
  } catch (error) {
    return { readOnly: null, tracts: [], wrote: Fault.is(error) ? error.code : String(error) }
  }
}

function codeOf(act: () => unknown): string {
  try {
    act()
    return 'none'
  } catch (error) {
    return Fault.is(error) ? error.code : String(error)
  }
}
