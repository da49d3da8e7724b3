import { expect, test } from 'vitest'
import { scripted } from '../../../core/index.ts'
import type { AskOptions } from '../../../core/llm/question.ts'
import { openTract } from '../../helpers/asking.ts'
import { faultOf, faultOfPromise } from '../../helpers/faultOf.ts'

const parameters = { type: 'object' }
const bad: readonly (readonly [string, unknown])[] = [
  ['options that are none', 5],
  ['a signal that is none', { signal: 5 }],
  ['settings that are none', { llmConfig: 7 }],
  ['tools that are no list', { tools: { name: 'f' } }],
  ['a tool without a name', { tools: [{ description: 'd', parameters }] }],
  ['a tool that is nothing', { tools: [null] }],
  ['a tool without a schema', { tools: [{ name: 'f', description: 'd' }] }],
  ['two tools of one name', { tools: [{ name: 'f', description: 'd', parameters }, { name: 'f', description: 'e', parameters }] }],
]

test.each(bad)('%s: refused before anything is written, sent or begun', async (_, given) => {
  using tract = openTract()
  const client = scripted(['Yes.'])
  tract.configureClients({ default: client })
  tract.user('Boots?')
  const before = [tract.workspace.lastSeq(), process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length]
  const options = given as AskOptions
  const faults = [
    await faultOfPromise(tract.chat('And shoes?', options)), await faultOfPromise(tract.generate(options)), await faultOfPromise(tract.generate({ ...options, commit: false })),
    await faultOfPromise(tract.retry(options)), faultOf(() => tract.stream(options)), faultOf(() => tract.previewRequest(options)), await faultOfPromise(tract.suggestTitle(options)),
  ].slice(0, given === 5 ? 2 : 7)
  expect([[...new Set(faults)], client.requests.length]).toEqual([['input/invalid'], 0])
  expect([tract.workspace.lastSeq(), process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length]).toEqual(before)
})

test('what is asked about must be a job, and what is said about it options', () => {
  using tract = openTract()
  expect([faultOf(() => tract.resolveConfig('cook' as 'chat')), faultOf(() => tract.resolveConfig('chat', null as never)), faultOf(() => tract.previewRequest(null as never))]).toEqual(['input/invalid', 'input/invalid', 'input/invalid'])
})
