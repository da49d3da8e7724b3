import { afterEach, beforeAll, expect } from 'vitest'
import { Fault } from '../../core/model/fault.ts'
import { damagedFiles } from './damagedFiles.ts'

/**
 * After every test: each workspace that it opened has an intact journal, and what it shows is what its journal says. Looked at when it is closed, or at
 * the end of the test. Long journals are left out, files that a test has damaged on purpose, and the property suites, which look for themselves.
 */
const longest = 2000
type Watched = { readonly path: string | null; lastSeq(): number; verify(): { readonly kind: string }; replay(): { readonly kind: string } }

/** Only where the core may be at work: other tests needn't load it. */
if (/\/test\/(core|contract|cookbook|regression|main)\//.test(expect.getState().testPath ?? '')) {
  const open = new Set<Watched>()
  const problems: string[] = []
  const look = (workspace: Watched): void => {
    if (open.delete(workspace)) problems.push(...problemsOf(workspace))
  }

  // After the test's own imports: what it puts in the place of a module must be there first.
  beforeAll(async () => {
    const { Workspace } = await import('../../core/workspace.ts')
    const { open: openFile } = Workspace
    const { close } = Workspace.prototype
    Workspace.open = (...args) => {
      const workspace = openFile.apply(Workspace, args)
      open.add(workspace)
      return workspace
    }
    Workspace.prototype.close = function closeAfterLook() {
      look(this)
      close.call(this)
    }
  })

  afterEach(() => {
    for (const workspace of open) look(workspace)
    const found = problems.splice(0)
    if (found.length > 0) throw new Error(`a workspace of this test is not what its journal says:\n${found.join('\n')}`)
  })
}

/** A file that can't be read any more has been told of as a fault, where that matters. */
function problemsOf(workspace: Watched): readonly string[] {
  try {
    if ((workspace.path !== null && damagedFiles.has(workspace.path)) || workspace.lastSeq() > longest) return []
    const [chain, past] = [workspace.verify(), workspace.replay()]
    return [...(chain.kind === 'intact' ? [] : [`journal: ${JSON.stringify(chain)}`]), ...(past.kind === 'same' ? [] : [`replay: ${JSON.stringify(past).slice(0, 400)}`])]
  } catch (error) {
    if (Fault.is(error) && error.code.startsWith('file/')) return []
    return [`unreadable: ${String(error)}`]
  }
}
