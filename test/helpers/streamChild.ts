/** A process that asks a model server and says what of the answer it has put on disk, until it is killed. Arguments: path, the server's address. */
import { writeSync } from 'node:fs'
import { openai, Tract } from '../../core/index.ts'
import { handClock } from './handClock.ts'
import { testPorts } from './testPorts.ts'

export type Saved = { readonly saved: string }

const [path = '', baseUrl = ''] = process.argv.slice(2)
const clock = handClock()
const tract = Tract.open(path, { ports: testPorts(clock, 'child') })
tract.configureClients({ default: openai({ apiKey: 'k', model: 'm', baseUrl }) })
tract.user('Tell me a story')
let text = ''
for await (const event of tract.stream()) {
  if (event.type !== 'text') continue
  text += event.text
  // Every second word the clock moves past the time within which it must be on disk.
  if (text.split(' ').length % 2 === 1) continue
  clock.advance(250)
  writeSync(1, `${JSON.stringify({ saved: text } satisfies Saved)}\n`)
}
