import { demo, type OpenTract, Tract } from '../../core/index.ts'
import { handClock } from './handClock.ts'
import { testPorts } from './testPorts.ts'

/** A conversation in which every tool finds something to do: two branches, a long past, a summary in front of HEAD, and a model that summarises. */
export function toolScene(path = ':memory:'): OpenTract {
  const tract = Tract.open(path, { ports: testPorts(handClock()), budget: { maxTokens: 4000 } })
  tract.configureClients({ default: demo() })
  tract.system('You support customers of a shoe shop.')
  for (let turn = 1; turn <= 4; turn++) {
    tract.user(`Question ${turn}: how long can I return the shoes that I bought in your shop in the old town last week, and what does it cost?`)
    tract.assistant(`Answer ${turn}: you have ${turn * 10} days to return them, and it costs nothing at all as long as they were not worn.`)
  }
  tract.branch('side', { switch: false })
  tract.on('side').user('And what about boots?')
  tract.user('Thank you, that helps me a lot with the shoes.')
  tract.assistant('You are welcome, come and see us again.')
  return tract
}
