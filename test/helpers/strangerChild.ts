/**
 * A process that has no rights of its own on a workspace file: it opens it, looks, tries to write, and says what came of it. Arguments: path, access.
 */
import { writeSync } from 'node:fs'
import { Fault } from '../../core/model/fault.ts'
import { Workspace } from '../../core/workspace.ts'

export type Visit = { readonly opened: string; readonly shown: readonly string[]; readonly verified: string; readonly wrote: string }

const [path = '', access = 'read'] = process.argv.slice(2)
warmUp()
if (process.getuid?.() === 0) {
  process.setgroups?.([])
  process.setgid?.(65534)
  process.setuid?.(65534)
}
writeSync(1, `${JSON.stringify(visit())}\n`)

function visit(): Visit {
  try {
    using workspace = Workspace.open(path, { access: access === 'read' ? 'read' : 'write', ifMissing: 'fail' })
    const tract = workspace.get('n')
    return { opened: 'none', shown: tract.compile().messages.map(({ content }) => content), verified: workspace.verify().kind, wrote: codeOf(() => tract.user('mine')) }
  } catch (error) {
    return { opened: Fault.is(error) ? `${error.code}: ${error.message}` : String(error), shown: [], verified: '', wrote: '' }
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

/** Loads all that is loaded late, while this process may still read its own code. */
function warmUp(): void {
  using workspace = Workspace.open()
  workspace.create().user('hi')
}
