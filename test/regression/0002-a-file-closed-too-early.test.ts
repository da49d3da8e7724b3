import { expect, test } from 'vitest'
import { scripted, Tract } from '../../core/index.ts'
import type { ReplyEvent } from '../../core/model/reply.ts'

test('a stream whose file was closed before it was read ends with a fault; its reply settles and no model is asked', async () => {
  const tract = Tract.open()
  const client = scripted(['never'])
  tract.configureClients({ default: client })
  tract.user('a')
  const answer = tract.stream()
  tract.close()
  const events: ReplyEvent[] = []
  for await (const event of answer) events.push(event)
  const settled = await answer.reply.then(() => 'kept', (error: unknown) => (error as { code?: string }).code)
  expect({ ends: events.map((event) => event.type === 'failed' && event.fault.code), settled, asked: client.requests.length }).toEqual({ ends: ['file/closed'], settled: 'file/closed', asked: 0 })
})

test('looking for other writers in a closed file says that it is closed', () => {
  const { workspace } = Tract.open()
  workspace.close()
  expect(() => workspace.poke()).toThrow(expect.objectContaining({ code: 'file/closed' }))
})

test('what a batch throws is told as it is, even when the file was closed within it', () => {
  const tract = Tract.open()
  tract.user('a')
  tract.compile()
  const batch = () =>
    tract.batch(() => {
      tract.close()
      throw new Error('mine')
    })
  expect(batch).toThrow('mine')
})
