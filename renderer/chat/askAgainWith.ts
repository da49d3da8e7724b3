import type { MessageId } from '../../core/model/ids.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import { nextBranchName } from '../commands/branchNames.ts'
import { attempt } from '../faults/attempt.ts'
import { startBranchAfter } from '../queries/acts.ts'
import { retry } from '../queries/chat.ts'
import type { Current } from '../queries/useCurrent.ts'

/** Asks a question again, each way on a branch of its own, with settings for that answer alone. Gives the branches that were made. */
export async function askAgainWith({ tract, branch, overview }: Current, question: MessageId, ways: readonly OnceSettings[]): Promise<readonly string[]> {
  const taken = overview.branches.map(({ name }) => name)
  const made: string[] = []
  while (made.length < ways.length) {
    const name = nextBranchName([...taken, ...made], branch)
    // oxlint-disable-next-line no-await-in-loop -- one after the other: each name is looked for among those before
    if ((await attempt(() => startBranchAfter(tract, branch, question, name))) === undefined) break
    made.push(name)
  }
  await Promise.all(made.map((name, nth) => attempt(() => retry(tract, name, ways[nth]))))
  return made
}
