import type { TractId } from '../../core/model/ids.ts'
import { promptForAllAt, sayAnew, takenBy } from '../state/promptForAll.ts'

/** Which of the branches have not taken yet what is written; all of them, where none is left. */
export function stillToSay(branches: readonly string[], taken: readonly string[]): readonly string[] {
  const left = branches.filter((branch) => !taken.includes(branch))
  return left.length === 0 ? branches : left
}

/** Says what is written on every branch that doesn't have it yet. It stays in the field until all of them took it. `say` resolves to undefined where it couldn't be said. */
export async function sayToAll(tract: TractId, branches: readonly string[], say: (branch: string, text: string) => Promise<unknown>): Promise<void> {
  const { text, taken } = promptForAllAt(tract)
  await Promise.all(
    stillToSay(branches, taken).map(async (branch) => {
      if ((await say(branch, text)) !== undefined) takenBy(tract, branch)
    }),
  )
  const after = promptForAllAt(tract)
  if (branches.every((branch) => after.taken.includes(branch))) sayAnew(tract, after.text === text ? '' : after.text)
}
