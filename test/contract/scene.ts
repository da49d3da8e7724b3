import type { MessageId } from '../../core/model/ids.ts'
import type { AppOptions } from '../../main/app.ts'
import type { AppEvent } from '../../main/contract/events.ts'
import { startOpenAIServer } from '../helpers/openaiServer.ts'
import type { ModelServer, ServerOptions } from '../helpers/modelServer.ts'
import { testApp } from '../main/testApp.ts'
import type { TestApp } from '../main/testApp.ts'
import type { Api, Page, Transport } from './transports.ts'

/** An app with a page connected to it, and a model server of its own. */
export type Scene = AsyncDisposable & {
  readonly test: TestApp
  readonly page: Page
  readonly server: ModelServer
  /** The first tract. */
  readonly tract: string
  api(): Api
  /** Chooses the model server. */
  useServer(key?: string): Promise<string>
  /** Says something without asking for an answer. */
  say(text: string): Promise<MessageId>
  /** Asks, and waits for the end of the answer. */
  ask(text: string): Promise<string>
  /** Listens from now on. */
  listen(): Promise<Ear>
}
/** `until` gives the events up to and with the first that fits. */
export type Ear = AsyncDisposable & { until(fits: (event: AppEvent) => boolean): Promise<readonly AppEvent[]> }

export async function openScene(transport: Transport, options: Partial<AppOptions> & { readonly server?: ServerOptions } = {}): Promise<Scene> {
  const { server: serverOptions, ...appOptions } = options
  const server = await startOpenAIServer(serverOptions)
  const localServers = [{ server: 'vllm', name: 'vLLM', baseUrl: server.url }] as const
  const test = testApp({ localServers, ...appOptions })
  const page = await transport.open(test.app)
  const [first] = await page.api.tracts.list()
  const tract = first?.id ?? ''
  const scene: Scene = {
    test,
    page,
    server,
    tract,
    api: () => page.api,
    async useServer(key) {
      const { providers } = await page.api.settings.addProvider({ name: 'Local', baseUrl: server.url, model: 'test-model' })
      const provider = providers.at(-1)?.id ?? ''
      if (key !== undefined) await page.api.settings.setKey({ provider, key })
      await page.api.settings.chooseModel({ provider, model: 'test-model' })
      return provider
    },
    async say(text) {
      await page.api.acts.append({ tract, branch: 'main', as: 'user', text })
      const { items } = await page.api.history.transcript({ tract, branch: 'main', limit: 1 })
      return items[0]?.messageId as MessageId
    },
    async ask(text) {
      await using ear = await scene.listen()
      const { call } = await page.api.chat.send({ tract, branch: 'main', text })
      await ear.until((event) => isEnd(event, call))
      return call
    },
    listen: () => listenTo(page.api),
    async [Symbol.asyncDispose]() {
      await page[Symbol.asyncDispose]()
      await test[Symbol.asyncDispose]()
      await server.close()
    },
  }
  return scene
}

export async function listenTo(api: Api, since: number | null = null): Promise<Ear> {
  const stopper = new AbortController()
  const events = await api.events.subscribe({ since }, { signal: stopper.signal })
  return {
    async until(fits) {
      const heard: AppEvent[] = []
      for (;;) {
        const { value, done } = await events.next()
        if (done) throw new Error(`the stream ended after ${heard.map(({ type }) => type).join(', ')}`)
        heard.push(value)
        if (fits(value)) return heard
      }
    },
    async [Symbol.asyncDispose]() {
      stopper.abort()
      await events.return(undefined).catch(() => {})
    },
  }
}

export const isEnd = (event: AppEvent, call: string): boolean => event.type === 'reply.event' && event.call === call && ['done', 'stopped', 'failed'].includes(event.event.type)
