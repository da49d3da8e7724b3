import { append } from '../../core/history/append.ts'
import { createBranch } from '../../core/history/refs/branches.ts'
import { createTract } from '../../core/history/tractVerbs.ts'
import { openWorkspaceOf, type TractHandle } from '../../core/journal/openWorkspace.ts'
import { transact } from '../../core/journal/transact.ts'
import type { Content } from '../../core/model/content.ts'
import { realPorts } from '../../core/realPorts.ts'
import { openDatabase } from '../../core/store/open.ts'
import { workspaceId } from '../../core/store/workspaceRow.ts'
import { text500 } from '../texts.ts'

/** The newest step of `big`: when it stands on the screen, the tract is open. */
export const lastWords = 'The newest step of all'
const author = { kind: 'user', id: 'bench' } as const
/** One side branch of so many steps after each so many of the main one. */
const side = { every: 250, steps: 8 }

/** Writes a file with a tract `big` of `n` steps in many branches and, used last, a small one to start on. */
export function writeFixture(path: string, n: number): void {
  const db = openDatabase(path)
  db.pragma('synchronous = NORMAL') // written once, thrown away
  workspaceId(db, realPorts)
  const file = openWorkspaceOf(db, realPorts)
  const big = createTract(file, author, { name: 'big', budget: { maxTokens: 100_000_000 } })
  for (let written = 0, nth = 0; written < n; written += side.every + side.steps, nth += 1) {
    say(big, side.every)
    const branch = createBranch(big, `side-${nth}`, { switch: false }).name
    say({ ...big, branch }, side.steps)
  }
  transact(big, { verb: 'append' }, () => append(big, { type: 'dialogue', role: 'user', text: lastWords }))
  say(createTract(file, author, { name: 'small' }), 4)
  db.close()
}

function say(tract: TractHandle, count: number): void {
  transact(tract, { verb: 'batch' }, () => {
    for (let nth = 0; nth < count; nth += 1) append(tract, spoken(nth))
  })
}

const spoken = (nth: number): Content => ({ type: 'dialogue', role: nth % 2 === 0 ? 'user' : 'assistant', text: text500() })
