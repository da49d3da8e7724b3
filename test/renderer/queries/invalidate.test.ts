import { matchQuery, QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import type { AppEvent } from '../../../main/contract/events.ts'
import { asCallId, asTractId } from '../../../core/model/ids.ts'
import type { CommitHash, OperationId, WorkspaceId } from '../../../core/model/ids.ts'
import { chatStateQuery } from '../../../renderer/queries/chat.ts'
import { graphQuery, transcriptQuery, xrayQuery } from '../../../renderer/queries/history.ts'
import { staleAfter } from '../../../renderer/queries/invalidate.ts'
import { operationsQuery, resolutionQuery, settingsQuery } from '../../../renderer/queries/settings.ts'
import { overviewQuery, tractsQuery } from '../../../renderer/queries/tracts.ts'

const here = asTractId('here')
const there = asTractId('there')
const shown = {
  tracts: tractsQuery(),
  settings: settingsQuery(),
  overview: overviewQuery(here),
  graph: graphQuery(here),
  transcript: transcriptQuery(here, 'main'),
  longer: transcriptQuery(here, 'main', 5000),
  xray: xrayQuery(here, 'other'),
  chat: chatStateQuery(here),
  operations: operationsQuery(here),
  resolution: resolutionQuery(here, 'chat', { temperature: 0 }),
  elsewhere: overviewQuery(there),
  chatElsewhere: chatStateQuery(there),
}

/** The names of the queries an event makes old, matched as TanStack Query does it. */
function staleNames(event: AppEvent): string[] {
  const cache = new QueryClient().getQueryCache()
  const client = new QueryClient()
  const keys = staleAfter(event)
  return Object.entries(shown)
    .filter(([, { queryKey }]) => {
      const query = cache.build(client, { queryKey })
      return keys.some((key) => matchQuery({ queryKey: key }, query))
    })
    .map(([name]) => name)
}

const base = { tract: here, at: 1, seq: 1, operation: 'o' as OperationId } as const
const everythingHere = ['tracts', 'overview', 'graph', 'transcript', 'longer', 'xray', 'chat']
/** A new commit is put on top of the graph. */
const allButGraph = everythingHere.filter((name) => name !== 'graph')

describe.each<[string, AppEvent, string[]]>([
  ['a commit', { ...base, type: 'commit.added', commit: 'c' as CommitHash, branch: 'main' }, allButGraph],
  ['a branch that ends elsewhere', { ...base, type: 'ref.moved', move: { ref: 'main', before: null, after: 'c' as CommitHash } }, everythingHere],
  ['a change of config', { ...base, type: 'config.changed', fields: ['budget'] }, ['tracts', 'overview', 'operations', 'resolution']],
  ['a new name', { ...base, type: 'tract.renamed', name: 'x' }, ['tracts', 'overview']],
  ['an unfinished answer', { ...base, type: 'partial.changed' }, ['overview', 'chat']],
  ['a piece of an answer', { tract: here, at: 1, seq: null, type: 'reply.event', call: asCallId('c'), branch: 'main', event: { type: 'text', text: 'Hi' } }, []],
  ['the end of an answer', { tract: here, at: 1, seq: null, type: 'reply.event', call: asCallId('c'), branch: 'main', event: { type: 'stopped' } }, allButGraph],
  ['steps in the trash', { ...base, type: 'storage.changed', isForGood: false, erased: [] }, ['tracts', 'overview']],
  ['what went for good', { ...base, type: 'storage.changed', isForGood: true, erased: [] }, Object.keys(shown)],
  ['a change of settings', { type: 'settings.changed', at: 1 }, ['settings', 'operations', 'resolution']],
  ['hello', { type: 'hello', workspace: 'w' as WorkspaceId, seq: 0, at: 1 }, []],
])('%s', (_, event, expected) => {
  test(`makes ${expected.length === 0 ? 'nothing' : expected.join(', ')} old`, () => expect(staleNames(event)).toEqual(expected))
})
