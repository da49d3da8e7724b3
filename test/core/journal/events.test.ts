import { expect, test } from 'vitest'
import { type Tract, Workspace } from '../../../core/index.ts'
import type { TractEvent } from '../../../core/model/events.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

/** Reads so many events. */
async function take(events: AsyncIterable<TractEvent>, count: number): Promise<readonly TractEvent[]> {
  const taken: TractEvent[] = []
  for await (const event of events) if (taken.push(event) === count) break
  return taken
}
const types = (events: readonly TractEvent[]) => events.map(({ type }) => type)

function doAll(tract: Tract): void {
  tract.user('a')
  tract.branch('b')
  tract.configure({ budget: { maxTokens: 3 } })
  tract.rename('n')
  tract.undo()
}
const all = [
  'commit.added', 'operation.done', 'ref.moved', 'head.moved', 'operation.done', 'config.changed', 'operation.done', 'tract.renamed', 'operation.done', 'tract.renamed', 'operation.done',
]

test('every act is told in order, with its operation after it', async () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  const events = workspace.events()
  doAll(tract)
  const told = await take(events, all.length)
  expect([types(told), told.map(({ seq }) => seq)]).toEqual([all, told.map(({ seq }) => seq).toSorted((a, b) => Number(a) - Number(b))])
  expect(told.filter((event) => event.type === 'operation.done').map((event) => event.type === 'operation.done' && event.done.verb)).toEqual(['commit', 'branch', 'configure', 'rename', 'undo'])
})

test('what happened before the first look is not missed, and a listener that goes on from anywhere hears the rest', async () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  doAll(tract)
  const whole = await take(workspace.events({ since: 0 }), all.length + 2)
  expect(types(whole)).toEqual(['tract.created', 'operation.done', ...all])
  for (let since = 0; since < workspace.lastSeq(); since++) {
    const rest = whole.filter(({ seq }) => Number(seq) > since)
    expect(await take(workspace.events({ since }), rest.length)).toEqual(rest)
  }
  expect(faultOf(() => workspace.events({ since: 99 }))).toBe('journal/no-such-seq')
})

test('an operation larger than a portion is told done once, at its end', async () => {
  using workspace = Workspace.open()
  const [tract, other] = [workspace.create(), workspace.create()]
  const since = workspace.lastSeq()
  tract.batch(() => {
    other.user('first')
    for (let i = 0; i < 1100; i++) tract.user(`${i}`)
    other.user('last')
  })
  const told = await take(workspace.events({ since }), 1104)
  expect([told.filter(({ type }) => type === 'commit.added').length, types(told).flatMap((type, i) => (type === 'operation.done' ? [i] : []))]).toEqual([1102, [1101, 1103]])
})

test('listening ends when the signal says so or the file closes, and what was going on is told first', async () => {
  const workspace = Workspace.open()
  const stop = new AbortController()
  const read = async (events: AsyncIterable<TractEvent>) => {
    const told: TractEvent[] = []
    for await (const event of events) told.push(event)
    return types(told)
  }
  const [stopped, closed] = [read(workspace.events({ signal: stop.signal })), read(workspace.events())]
  const tract = workspace.create()
  await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  const early = await stopped
  tract.user('a')
  await new Promise((resolve) => setImmediate(resolve))
  workspace.close()
  expect([early, await closed, await read(workspaceEventsAfterAbort())]).toEqual([['tract.created', 'operation.done'], ['tract.created', 'operation.done', 'commit.added', 'operation.done'], []])
})

function workspaceEventsAfterAbort(): AsyncIterable<TractEvent> {
  return Workspace.open().events({ signal: AbortSignal.abort() })
}

test('what another process wrote is told as soon as somebody looks', async () => {
  using folder = tempFolder()
  using here = Workspace.open(folder.file())
  using there = Workspace.open(folder.file())
  const tract = here.create()
  const next = take(there.events(), 4)
  tract.user('hello')
  there.poke()
  there.get(tract.id).user('back')
  expect(types(await next)).toEqual(['commit.added', 'operation.done', 'commit.added', 'operation.done'])
})
