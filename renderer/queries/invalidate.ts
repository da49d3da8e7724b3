import type { QueryKey } from '@tanstack/react-query'
import type { AppEvent } from '../../main/contract/events.ts'
import type { TractId } from '../../core/model/ids.ts'
import { assertNever } from '../state/assertNever.ts'
import { query } from './client.ts'

/** Which facts an event makes old, beside what a commit adds to the graph. Prefixes: a key of a tract covers all its branches and pages. */
export function staleAfter(event: AppEvent): readonly QueryKey[] {
  switch (event.type) {
    case 'commit.added':
      return [...frame(event.tract), ...steps(event.tract), chat(event.tract)]
    case 'ref.moved':
    case 'head.moved':
      return [...frame(event.tract), ...steps(event.tract), graphKey(event.tract), chat(event.tract)]
    case 'config.changed':
      return [...frame(event.tract), query.settings.operations.key({ input: { tract: event.tract } }), query.settings.resolution.key({ input: { tract: event.tract } })]
    case 'merge.changed':
      return [...frame(event.tract), query.joins.key({ input: { tract: event.tract } })]
    case 'compression.changed':
      return [...frame(event.tract), query.compress.key({ input: { tract: event.tract } })]
    case 'storage.changed':
      return event.isForGood ? [[]] : [...frame(event.tract), query.storage.key()]
    case 'proposal.changed':
      return [policies(event.tract)]
    case 'summary.written':
      return event.job.state.kind === 'running' ? [] : [query.compress.state.key({ input: { tract: event.tract } })]
    case 'operation.done':
      return goneForGood.has(event.done.verb) ? [query.key()] : [...frame(event.tract), query.storage.key(), policies(event.tract)]
    case 'partial.changed':
      return [chat(event.tract), overview(event.tract)]
    case 'usage.recorded':
      return [...frame(event.tract), ...steps(event.tract)]
    case 'tract.created':
    case 'tract.renamed':
      return frame(event.tract)
    case 'reply.event':
      return afterReply(event.tract, event.event.type)
    case 'settings.changed':
      return [query.settings.key(), query.chat.forecast.key(), query.history.request.key(), query.xray.key()]
    case 'file.opened':
    case 'hello':
      return []
    default:
      return assertNever(event)
  }
}

/** After these, texts of every tract may be gone, of the past too. */
const goneForGood: ReadonlySet<string> = new Set(['erase', 'purge'])

const policies = (tract: TractId): QueryKey => query.policies.key({ input: { tract } })
const overview = (tract: TractId): QueryKey => query.tracts.overview.key({ input: { tract } })
const chat = (tract: TractId): QueryKey => query.chat.state.key({ input: { tract } })
const frame = (tract: TractId): QueryKey[] => [query.tracts.list.key(), overview(tract), query.chat.forecast.key({ input: { tract } }), query.history.request.key({ input: { tract } })]
/** Its pages have a cursor in their input too; the tract alone covers them. A commit on top of it is put there instead (`growGraph`). */
export const graphKey = (tract: TractId): QueryKey => query.history.graph.key({ input: { tract } })
const steps = (tract: TractId): QueryKey[] => [
  query.history.transcript.key({ input: { tract } }),
  query.history.xray.key({ input: { tract } }),
  query.history.step.key({ input: { tract } }),
  query.history.versions.key({ input: { tract } }),
  query.history.receipt.key({ input: { tract } }),
  query.xray.key({ input: { tract } }),
  query.joins.key({ input: { tract } }),
  query.compress.key({ input: { tract } }),
  query.acts.key({ input: { tract } }),
  query.branches.tags.key({ input: { tract } }),
  query.finding.key(),
]

function afterReply(tract: TractId, type: Extract<AppEvent, { type: 'reply.event' }>['event']['type']): readonly QueryKey[] {
  const ended = type === 'done' || type === 'stopped' || type === 'failed'
  return ended ? [chat(tract), ...frame(tract), ...steps(tract)] : []
}
