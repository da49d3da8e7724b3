import { Fault, Tract } from '../../core/index.ts'
import { chatStream, type LLMClient } from '../../core/llm/client.ts'
import type { ReplyEvent } from '../../core/model/reply.ts'
import { briefly } from './calls.ts'
import { handClock } from './handClock.ts'
import { holdingClient, words } from './holdingClient.ts'
import { testPorts } from './testPorts.ts'

/** A tract in memory whose clock a test moves. */
export const openTract = (clock = handClock()) => Tract.open(':memory:', { ports: testPorts(clock) })

/** What the model would see, line by line. */
export const said = (tract: Tract) => tract.compile().messages.map(({ role, content }) => `${role}: ${content}`)

/** A client whose key is refused. */
export function refused(): LLMClient {
  const fault = () => new Fault('llm/auth', { client: 'Test', host: 'localhost', status: 401 })
  return { name: 'Test', model: 'test-model', stream: () => chatStream(() => { throw fault() }), complete: () => Promise.reject(fault()) }
}

/** Every event of an answer, as it reads in a table. */
export async function readEvents(events: AsyncIterable<ReplyEvent>): Promise<readonly string[]> {
  const told: string[] = []
  for await (const event of events) told.push(briefly(event))
  return told
}

/** Asks, gets `text` as the beginning of an answer, and stops when it has arrived. */
export async function stopAfter(tract: Tract, text: string, options: Parameters<Tract['stream']>[0] = {}) {
  const client = holdingClient()
  tract.configureClients({ default: client })
  const stop = new AbortController()
  const stream = tract.stream({ ...options, signal: stop.signal })
  void client.request(1).then(({ send }) => send(words(text)))
  const told: string[] = []
  for await (const event of stream) {
    told.push(briefly(event))
    stop.abort()
  }
  return { told, reply: await stream.reply, request: client.asked[0]?.request }
}
