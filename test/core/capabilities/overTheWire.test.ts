import { expect, test } from 'vitest'
import { anthropic, openai, ToolExecutor } from '../../../core/index.ts'
import type { Capability } from '../../../core/capabilities/capability.ts'
import { toolkit } from '../../../core/capabilities/toolkit.ts'
import { startAnthropicServer } from '../../helpers/anthropicServer.ts'
import type { ModelServer } from '../../helpers/modelServer.ts'
import { startOpenAIServer } from '../../helpers/openaiServer.ts'
import { toolScene } from '../../helpers/toolScene.ts'

const providers = [
  ['openai', startOpenAIServer, (server: ModelServer) => openai({ apiKey: 'key', model: 'small', baseUrl: server.url })],
  ['anthropic', startAnthropicServer, (server: ModelServer) => anthropic({ apiKey: 'key', model: 'small', baseUrl: server.url })],
] as const

/** Every tool once, in an order in which each finds what it needs. */
const script: readonly (readonly [name: string, args: object])[] = [
  ...(['status', 'compile', 'log', 'diff', 'list_branches', 'gc'] as const).map((name) => [name, {}] as const),
  ['read_messages', { last: 3 }], ['show', { ref: 'HEAD' }], ['search', { text: 'shoes' }],
  ['annotate', { targets: ['HEAD~1'], priority: 'normal' }], ['commit', { content: { type: 'dialogue', role: 'assistant', text: 'Noted.' } }], ['undo', {}],
  ['branch', { name: 'aside', switch: false }], ['rename_branch', { from: 'aside', to: 'archive/aside' }],
  ['cherry_pick', { refs: ['side'] }], ['edit', { target: 'HEAD', text: 'And what about boots and sandals?' }], ['merge', { branch: 'side' }],
  ['switch', { branch: 'side' }], ['rebase', { onto: 'main' }], ['checkout', { ref: 'main' }], ['reset', { to: 'HEAD' }],
  ['compress', { messages: [], content: 'x' }], ['compress', { content: 'They talked about returning shoes.' }], ['expand', { summary: 'no-such' }],
]

test.each(providers)('a model uses every tool over %s, and gets one result for each call', async (_, start, connect) => {
  const server = await start({ key: 'key' })
  const calls = script.map(([name, args], at) => ({ id: `call_${at}`, name, arguments: JSON.stringify(args) }))
  const rounds = Array.from({ length: Math.ceil(calls.length / 6) }, (__, at) => calls.slice(at * 6, at * 6 + 6))
  server.script(...rounds.map((toolCalls) => ({ kind: 'answer', toolCalls }) as const), 'Done.')
  try {
    using tract = toolScene()
    using mind = toolScene()
    mind.configureClients({ default: connect(server) })
    const tools = new ToolExecutor(tract.as('bot'), { profile: 'full' })
    const told: string[] = []
    mind.user('Try everything.')
    for (let reply = await mind.generate({ tools: tools.listTools() }); reply.toolCalls.length > 0; reply = await mind.generate({ tools: tools.listTools() })) {
      for (const call of reply.toolCalls) {
        const result = await tools.execute(call)
        told.push(`${call.name} ${result.status === 'error' ? result.fault.code : result.status}`)
        mind.commit(result.content)
      }
    }
    const wrong: { readonly [at: number]: string } = { 21: 'tool/bad-arguments', 23: 'ref/not-found' }
    expect(told).toEqual(script.map(([name], at) => `${name} ${wrong[at] ?? 'ok'}`))
    expect(new Set(script.map(([name]) => name))).toEqual(new Set(Object.keys(toolkit)))
    const sent = JSON.stringify(server.requests[0]?.body)
    expect((Object.values(toolkit) as unknown as readonly Capability[]).filter(({ name }) => !sent.includes(`"name":"${name}"`))).toEqual([])
    expect([mind.compile().repairs('openai'), mind.compile().repairs('anthropic'), tract.workspace.fsck('full').findings]).toEqual([[], [], []])
  } finally {
    await server.close()
  }
})
