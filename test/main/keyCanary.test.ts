import { describe, expect, test } from 'vitest'
import { realPorts } from '../../core/realPorts.ts'
import type { Clock } from '../../core/model/ports.ts'
import { createLog } from '../../main/log.ts'
import { createSecrets } from '../../main/secrets.ts'
import type { AppEvent } from '../../main/contract/events.ts'
import { isEnd, listenTo } from '../contract/scene.ts'
import { type Api, transports } from '../contract/transports.ts'
import { startAnthropicServer } from '../helpers/anthropicServer.ts'
import { type CallFault, callFaults } from '../helpers/callFaults.ts'
import { startOllamaServer } from '../helpers/ollamaServer.ts'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import { filesIn, traces } from '../helpers/traces.ts'
import { testApp } from './testApp.ts'

const key = 'canary/Key+0123456789'
const secret = { key: (api: Api, provider: string) => api.settings.setKey({ provider, key }), header: (api: Api, provider: string) => api.settings.setHeader({ provider, name: 'authorization', value: `Bearer ${key}` }) }
const kinds = [
  { title: 'openai', start: startOpenAIServer, enter: secret.key },
  { title: 'anthropic', start: startAnthropicServer, enter: secret.key },
  { title: 'ollama', start: startOllamaServer, enter: secret.header },
] as const

/** Those that end without a clock being moved: the others are the same to the app. */
const faults: readonly CallFault[] = callFaults(key).filter(({ answers }) => !answers.some((answer) => typeof answer === 'object' && (answer.kind === 'silent' || (answer.kind === 'answer' && (answer.afterwards === 'stall' || answer.afterwards === 'pings')))))

describe.each(kinds)('the app with $title and a server that knows the key', ({ title, start, enter }) => {
  test('gives it to no page, no log and no file but that of the keys, whatever befalls a call', async () => {
    const server = await start()
    const { clock, skip } = hurriedClock()
    const logged: string[] = []
    const secrets = createSecrets()
    const log = createLog({ clock, secrets, write: (line) => logged.push(line) })
    await using app = testApp({ clock, secrets, log })
    await using page = await transports[0]!.open(app.app)
    const { api } = page
    const given: unknown[] = []

    given.push(await api.settings.updateProvider({ provider: title, baseUrl: server.url, models: ['test-model'] }))
    given.push(await enter(api, title), await api.settings.chooseModel({ provider: title, model: 'test-model' }))
    const [tract] = await api.tracts.list()
    const asked = { tract: tract?.id ?? '', branch: 'main' }
    for (const { answers } of [...faults, { answers: [`Your key is ${key}.`] }, { answers: [{ kind: 'answer', text: 'Well', reasoning: `It is ${key}`, splitBytes: 1 } as const] }]) {
      server.script(...answers)
      given.push(await ask(api, asked), await api.chat.state({ tract: asked.tract }))
      skip(30_000) // a server that fails so often is left alone for so long
    }
    server.script({ kind: 'status', status: 400, message: `What is ${key}?` }, `It is ${key}.`)
    given.push(await api.settings.check({ provider: title }), await api.settings.check({ provider: title }))
    given.push(await api.settings.get(), await api.app.info(), await api.files.list(), await api.tracts.overview({ tract: asked.tract }), await api.history.transcript({ ...asked, limit: 1000 }))

    await server.close()
    expect(server.requests.length).toBeGreaterThan(faults.length)
    expect({ given: traces(key, given), logged: traces(key, logged), files: filesIn(app.dir).filter((path) => traces(key, [], [path]).length > 0).map((path) => path.slice(app.dir.length)) }).toEqual({
      given: [], logged: [], files: ['/keys.json'],
    })
  })
})

/** The time of this machine, on which the waits between attempts pass at once. */
function hurriedClock(): { readonly clock: Clock; skip(ms: number): void } {
  let skipped = 0
  const isBetweenAttempts = (waitMs: number): boolean => waitMs >= 500 && waitMs <= 8000 && waitMs !== 1000
  return {
    clock: { now: () => realPorts.clock.now() + skipped, after: (waitMs, run) => realPorts.clock.after(isBetweenAttempts(waitMs) ? 0 : waitMs, run) },
    skip: (ms) => { skipped += ms },
  }
}

/** Asks, and gives all that the page hears until the answer has ended. */
async function ask(api: Api, where: { readonly tract: string; readonly branch: string }): Promise<readonly AppEvent[]> {
  await using ear = await listenTo(api)
  const { call } = await api.chat.send({ ...where, text: 'Hello' })
  return await ear.until((event) => isEnd(event, call))
}
