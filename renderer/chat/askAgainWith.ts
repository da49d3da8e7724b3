import type { MessageId } from '../../core/model/ids.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import { nextBranchName } from '../commands/branchNames.ts'
import { attempt } from '../faults/attempt.ts'
import { startBranchAfter } from '../queries/acts.ts'
import { retry } from '../queries/chat.ts'
import type { Current } from '../queries/useCurrent.ts'

/** Asks a question again `copies` times, each on a branch of its own, with settings for these answers alone. Gives the branches that were made. */
export async function askAgainWith({ tract, branch, overview }: Current, question: MessageId, copies: number, once: OnceSettings): Promise<readonly string[]> {
  const taken = overview.branches.map(({ name }) => name)
  const made: string[] = []
  for (let nth = 0; nth < copies; nth += 1) {
    const name = nextBranchName([...taken, ...made], branch)
    // oxlint-disable-next-line no-await-in-loop -- one after the other: each name is looked for among those before
    if ((await attempt(() => startBranchAfter(tract, branch, question, name))) === undefined) break
    made.push(name)
  }
  await Promise.all(made.map((name) => attempt(() => retry(tract, name, once))))
  return made
}
