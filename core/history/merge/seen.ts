import type { MessageKey } from '../../context/source.ts'
import type { Side, Sides } from './sides.ts'

/** Which writes of a side the other one has seen: all but those made by a commit, or a copy of one, that only this side has. */
export type Seen = { readonly byTheirs: (writer: MessageKey) => boolean; readonly byOurs: (writer: MessageKey) => boolean }

export function seenIn({ ours, theirs }: Pick<Sides, 'ours' | 'theirs'>): Seen {
  return { byTheirs: seenBy(ours, theirs), byOurs: seenBy(theirs, ours) }
}

function seenBy(writer: Side, reader: Side): (change: MessageKey) => boolean {
  return (change) => !writer.changes.has(change) || reader.changes.has(change)
}

/** What two sides that differ come to: the one that has seen more; else the one that changed something; null when both did. */
export type Outcome = 'ours' | 'theirs' | null

/**
 * The three-way rule for one value that differs. If one side has seen the other's write and not the reverse, it knows more and wins; else a side
 * whose value is that of every base is unchanged and the other wins; else it is a conflict.
 */
export function threeWay(oursSeen: boolean, theirsSeen: boolean, isBase: { readonly ours: () => boolean; readonly theirs: () => boolean }): Outcome {
  if (theirsSeen !== oursSeen) return theirsSeen ? 'ours' : 'theirs'
  return tieByBase(isBase)
}

function tieByBase(isBase: { readonly ours: () => boolean; readonly theirs: () => boolean }): Outcome {
  if (isBase.theirs()) return 'ours'
  return isBase.ours() ? 'theirs' : null
}
