import { beforeEach, expect, test } from 'vitest'
import type { TranscriptMessage } from '../../../core/model/context.ts'
import type { CommitHash, TractId } from '../../../core/model/ids.ts'
import { query, queryClient } from '../../../renderer/queries/client.ts'
import { transcriptQuery } from '../../../renderer/queries/history.ts'
import { knownMessages } from '../../../renderer/queries/knownMessages.ts'

const tract = 'one' as TractId
const message = (messageId: string, priority: string): TranscriptMessage => ({ messageId, priority }) as never
const read = (limit: number, items: readonly TranscriptMessage[], moment = {}): void => void queryClient.setQueryData(transcriptQuery(tract, 'main', limit, moment).queryKey, { items, earlier: 0 })
const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: query.history.transcript.key({ input: { tract } }) })
const known = (at: CommitHash | null = null): readonly string[] => knownMessages(tract, 'main', at).map(({ messageId, priority }) => `${messageId} ${priority}`)

beforeEach(() => queryClient.clear())

test('the longest stretch that was read counts', () => {
  read(1, [message('b', 'normal')])
  read(20_000, [message('a', 'normal'), message('b', 'normal')])
  expect(known()).toEqual(['a normal', 'b normal'])
})

test('a longer one that nobody read again after a change does not: a step that was hidden can be shown again at once', async () => {
  read(1, [message('b', 'normal')])
  read(20_000, [message('a', 'normal'), message('b', 'normal')])
  await changed()
  expect(known()).toEqual(['a normal', 'b normal']) // nothing newer is known yet
  read(1, [message('b', 'skip')])
  expect(known()).toEqual(['b skip'])
})

test('what was read of an old step or of a moment is not of now', () => {
  const at = 'f'.repeat(64) as CommitHash
  read(20_000, [message('old', 'normal')], { at })
  read(20_000, [message('then', 'normal')], { asOf: 5 })
  expect([known(), known(at)]).toEqual([[], ['old normal']])
})
