import { expect, test } from 'vitest'
import { scripted, Tract } from '../../core/index.ts'
import { faultOf, faultOfPromise } from '../helpers/faultOf.ts'

const asks: readonly (readonly [string, (tract: Tract) => Promise<unknown>])[] = [
  ['chat', (tract) => tract.chat('And boots?')],
  ['generate', (tract) => tract.generate()],
  ['generate without committing', (tract) => tract.generate({ commit: false })],
  ['retry', (tract) => tract.retry()],
  ['suggestTitle', (tract) => tract.suggestTitle()],
  ['merge by a model', (tract) => tract.merge('main', { strategy: 'llm' })],
]

test.each(asks)('%s inside a batch or a dry run is refused, and nobody is asked', async (_, ask) => {
  using tract = Tract.open()
  const client = scripted(['Yes.', 'Yes.'])
  tract.configureClients({ default: client })
  tract.user('Shoes?')
  const before = tract.workspace.lastSeq()
  // A batch gives no promise back: what it was asked is caught where it was asked.
  let asked = Promise.resolve('none')
  const act = (): void => void (asked = faultOfPromise(ask(tract)))
  tract.batch(act)
  const inBatch = await asked
  tract.dryRun(act)
  expect([inBatch, await asked, client.requests.length, tract.workspace.lastSeq() - before]).toEqual(['batch/async', 'batch/async', 0, 0])
  expect([tract.compile().messages.length, tract.workspace.fsck('deep').findings]).toEqual([1, []])
})

test('a stream is refused at once, so the batch is taken back; what would be sent can be looked at in a dry run', () => {
  using tract = Tract.open()
  tract.configureClients({ default: scripted(['Yes.']) })
  tract.user('Shoes?')
  const fault = faultOf(() => tract.batch(() => {
    tract.user('And boots?')
    tract.stream()
  }))
  const { result } = tract.dryRun(() => {
    tract.user('And boots?')
    return tract.previewRequest().body['messages']
  })
  expect([fault, tract.compile().messages.length, result]).toEqual(['batch/async', 1, [{ role: 'user', content: 'Shoes?' }, { role: 'user', content: 'And boots?' }]])
})
