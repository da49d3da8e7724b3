import type { TranscriptMessage } from '../core/model/context.ts'
import { Fault } from '../core/model/fault.ts'
import type { Ref } from '../core/model/ids.ts'
import { previewOf } from '../core/model/text.ts'
import type { Tract } from '../core/tract.ts'
import type { LeftBehind } from './contract/joins.ts'

/** As many as one page of a transcript has. */
const most = 5000

/** How many of them are told one by one. */
const told = 6

/** The messages that no branch and no bookmark would lead to any more if a branch ended at `to`. */
export function leftBehind(tract: Tract, branch: string, to: Ref): LeftBehind {
  const beyond = messagesBeyond(tract.on(branch), to)
  const left = beyond.slice(Math.max(heldByBranches(tract, branch, beyond), heldByBookmarks(tract, beyond)))
  return { count: left.length, newest: left.slice(-told).map(({ messageId, role, content, tokens }) => ({ messageId, role, tokens, preview: previewOf('text' in content ? content.text : content.type) })) }
}

function messagesBeyond(tract: Tract, to: Ref): readonly TranscriptMessage[] {
  const there = new Set(tract.transcript({ at: to, limit: most }).items.map(({ messageId }) => messageId))
  return tract.transcript({ limit: most }).items.filter(({ messageId }) => !there.has(messageId))
}

/** How many of them, from the oldest, another branch leads to. What leads to one leads to those before it. */
function heldByBranches(tract: Tract, branch: string, messages: readonly TranscriptMessage[]): number {
  const isHeld = ({ messageId }: TranscriptMessage): boolean => branchesHolding(tract, messageId).some((name) => name !== branch)
  let [low, high] = [0, messages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const message = messages[middle]
    if (message && isHeld(message)) low = middle + 1
    else high = middle
  }
  return low
}

/** A message that was copied here from elsewhere bears the name of a commit that need not be here. */
function branchesHolding(tract: Tract, message: Ref): readonly string[] {
  try {
    return tract.listBranches({ holding: message }).map(({ name }) => name)
  } catch (error) {
    if (Fault.is(error, 'ref/not-found')) return []
    throw error
  }
}

function heldByBookmarks(tract: Tract, messages: readonly TranscriptMessage[]): number {
  const newest = new Set(tract.listTags().map(({ commit }) => tract.transcript({ at: commit, limit: 1 }).items[0]?.messageId))
  return messages.findLastIndex(({ messageId }) => newest.has(messageId)) + 1
}
