/**
 * A model server in a process of its own, so that its work isn't felt in ours. It says where it listens, and serves until it is killed.
 * Arguments: openai or anthropic; words of an answer; words a second, or 0 for all at once.
 */
import { writeSync } from 'node:fs'
import { startAnthropicServer } from '../test/helpers/anthropicServer.ts'
import { startOpenAIServer } from '../test/helpers/openaiServer.ts'

export type Listening = { readonly url: string }

const [protocol = 'openai', words = '1', perSecond = '0'] = process.argv.slice(2)
const server = await (protocol === 'openai' ? startOpenAIServer() : startAnthropicServer())
const answer = Array.from({ length: Number(words) }, (_, i) => `word${i % 100}`).join(' ')
for (let i = 0; i < 1000; i++) server.script(answer)
if (perSecond !== '0') void pace()
writeSync(1, `${JSON.stringify({ url: server.url } satisfies Listening)}\n`)

/** Lets the words of the first answer out one after the other, each when its time has come. */
async function pace(): Promise<void> {
  server.hold()
  await server.received(1)
  const start = performance.now()
  let sent = 0
  setInterval(() => {
    const due = Math.floor(((performance.now() - start) / 1000) * Number(perSecond)) - sent
    if (due < 1) return
    sent += due
    server.release(due)
  }, 1000 / Number(perSecond))
}
