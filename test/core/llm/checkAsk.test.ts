import { expect, test } from 'vitest'
import { scripted } from '../../../core/index.ts'
import type { AskOptions } from '../../../core/llm/question.ts'
import { openTract } from '../../helpers/asking.ts'
import { faultOf, faultOfPromise } from '../../helpers/faultOf.ts'
import { handClock } from '../../helpers/handClock.ts'

const parameters = { type: 'object' }
const bad: readonly (readonly [string, unknown])[] = [
  ['a signal that is none', { signal: 5 }],
  ['settings that are none', { llmConfig: 7 }],
  ['tools that are no list', { tools: { name: 'f' } }],
  ['a tool without a name', { tools: [{ description: 'd', parameters }] }],
  ['a tool that is nothing', { tools: [null] }],
  ['a tool without a schema', { tools: [{ name: 'f', description: 'd' }] }],
  ['two tools of one name', { tools: [{ name: 'f', description: 'd', parameters }, { name: 'f', description: 'e', parameters }] }],
]

test.each(bad)('%s: refused before anything is written, sent or begun', async (_, given) => {
  const clock = handClock()
  using tract = openTract(clock)
  const client = scripted(['Yes.'])
  tract.configureClients({ default: client })
  tract.user('Boots?')
  const before = tract.workspace.lastSeq()
  const options = given as AskOptions
  const faults = [
    await faultOfPromise(tract.chat('And shoes?', options)), await faultOfPromise(tract.generate(options)), await faultOfPromise(tract.generate({ ...options, commit: false })),
    await faultOfPromise(tract.retry(options)), faultOf(() => tract.stream(options)), faultOf(() => tract.previewRequest(options)), await faultOfPromise(tract.suggestTitle(options)),
  ]
  expect([faults, client.requests.length, tract.workspace.lastSeq() - before, clock.pending().length]).toEqual([Array.from({ length: 7 }, () => 'input/invalid'), 0, 0, 0])
})

test('what is asked about must be a job, and what is said about it options', async () => {
  using tract = openTract()
  tract.configureClients({ default: scripted(['Yes.']) })
  tract.user('Boots?')
  const none = 5 as never
  const faults = [
    faultOf(() => tract.resolveConfig('cook' as 'chat')), faultOf(() => tract.resolveConfig('chat', none)), faultOf(() => tract.previewRequest(none)),
    faultOf(() => tract.stream(none)), await faultOfPromise(tract.chat('And shoes?', none)), await faultOfPromise(tract.generate(none)), await faultOfPromise(tract.suggestTitle(none)),
  ]
  expect([faults, tract.status().messageCount]).toEqual([Array.from({ length: 7 }, () => 'input/invalid'), 1])
})
