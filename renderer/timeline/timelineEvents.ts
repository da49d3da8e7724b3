import type { Operation } from '../../core/model/operation.ts'
import { operationKind } from '../log/operationKind.ts'
import { operationTitle } from '../words/operations.ts'

/** The rows of the timeline, from top to bottom. */
export type Track = 'steps' | 'calls' | 'marks' | 'branches' | 'back'

/** One act on the axis. */
export type TimelineEvent = {
  readonly operation: Operation
  readonly track: Track
  readonly at: number
  readonly title: string
  /** A message of a person begins a turn. */
  readonly isTurn: boolean
  /** Worth a word of its own on the axis. */
  readonly label: string | null
}

/** What was done, oldest first, as the axis shows it. */
export function timelineEvents(newestFirst: readonly Operation[]): readonly TimelineEvent[] {
  const byId = new Map(newestFirst.map((operation) => [operation.id, operation]))
  return newestFirst.toReversed().map((operation) => ({
    operation,
    track: trackOf(operation),
    at: operation.at,
    title: operationTitle(operation, operation.cause.kind === 'direct' ? undefined : byId.get(operation.cause.of)),
    isTurn: isTurn(operation),
    label: labelOf(operation),
  }))
}

const isTurn = ({ verb, detail, cause }: Operation): boolean => cause.kind === 'direct' && verb === 'commit' && (detail === 'user' || detail === 'dialogue')

/** Verbs that stand for a call of a model. */
const calls: ReadonlySet<string> = new Set(['answer', 'ask', 'stop', 'keep', 'discard', 'recover', 'recordUsage'])

function trackOf(operation: Operation): Track {
  if (operation.cause.kind === 'direct' && calls.has(operation.verb)) return 'calls'
  switch (operationKind(operation)) {
    case 'steps':
      return 'steps'
    case 'marks':
    case 'summaries':
    case 'cleanUps':
    case 'settings':
      return 'marks'
    case 'branches':
    case 'joins':
    case 'bookmarks':
      return 'branches'
    case 'back':
      return 'back'
  }
}

function labelOf({ verb, detail, cause }: Operation): string | null {
  if (cause.kind !== 'direct') return cause.kind === 'restore' ? 'went back' : null
  if (verb === 'branch' || verb === 'merge' || verb === 'tag') return detail
  return verb === 'compress' ? 'summary' : verb === 'rebase' ? 'redone' : null
}
