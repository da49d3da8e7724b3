import type { CompressResult } from '../../../core/index.ts'
import { expect, test } from 'vitest'
import { Tract, type Tract as TractVerbs } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { handClock } from '../../helpers/handClock.ts'
import { handleOf } from '../../helpers/naiveTract.ts'
import { testPorts } from '../../helpers/testPorts.ts'

const conversation = () => {
  const tract = Tract.open(':memory:', { ports: testPorts(handClock()) })
  const [rules, question, answer] = [tract.system('Be brief.'), tract.user('How long can I return shoes?'), tract.assistant('You have 60 days.')]
  return { tract, rules, question, answer }
}

test('a dry run tells what was made, where refs moved, and what it comes to in the context', () => {
  const { tract, question, answer } = conversation()
  using _ = tract
  const before = tract.status()
  const { result, effect } = tract.dryRun(() => tract.compress({ messages: [question.hash, answer.hash], content: 'Returns: 60 days.' }).kind)
  expect([result, tract.status(), tract.workspace.lastSeq()]).toEqual(['compressed', before, 4])
  tract.compress({ messages: [question.hash, answer.hash], content: 'Returns: 60 days.' })
  const [summary] = tract.log().items
  expect(effect).toEqual({
    commits: [summary],
    refs: [{ ref: 'main', before: answer.hash, after: summary?.hash }],
    changes: [
      { kind: 'compressed', summary: summary?.hash, messages: [question.hash, answer.hash] },
      { kind: 'added', messageId: summary?.hash, role: 'user', text: 'Returns: 60 days.', tokens: 10, index: 1 },
    ],
    tokensBefore: before.tokenCount, tokensAfter: tract.status().tokenCount, contextHash: tract.compile().hash, warnings: [],
  })
})

test('what an act warns of is told', () => {
  const { tract, question, answer } = conversation()
  using _ = tract
  const { commits: [summary] } = tract.compress({ messages: [question.hash, answer.hash], content: 'Returns: 60 days.' }) as Extract<CompressResult, { kind: 'compressed' }>
  const warnings = (body: () => unknown) => tract.dryRun(() => void body()).effect.warnings
  tract.branch('side', { switch: false })
  tract.edit(answer.hash, 'You have 30 days.')
  tract.on('side').user('So I can return these?')
  expect({
    covered: warnings(() => tract.edit(answer.hash, 'You have 14 days.')),
    hidden: warnings(() => tract.annotate(summary!.hash, 'skip')),
    pinned: warnings(() => tract.annotate(summary!.hash, 'pinned')),
    merged: warnings(() => tract.merge('side')),
    takenBack: warnings(() => faultOf(() => tract.batch(() => { tract.annotate(summary!.hash, 'skip'); tract.switch('nowhere') }))),
    apart: [warnings(() => tract.user('x')), warnings(() => warnings(() => tract.annotate(summary!.hash, 'skip')))],
  }).toEqual({
    covered: [{ code: 'edit/covered', text: 'A summary stands for this message: the summary still tells the old text.', messages: [answer.hash, summary?.hash] }],
    hidden: [{ code: 'annotate/summary-hidden', text: 'The summary is hidden, and what it stands for stays hidden too.', messages: [summary?.hash] }],
    pinned: [],
    merged: [{ code: 'merge/answered-old-text', text: 'A message was corrected on one side; the other side answered the old text.', messages: [answer.hash] }],
    takenBack: [],
    apart: [[], []],
  })
})

test('a rebase and a pick tell what is left behind', () => {
  const { tract, question } = conversation()
  using _ = tract
  tract.branch('side')
  const aside = tract.user('aside')
  tract.annotate(aside.hash, 'pinned')
  tract.switch('main')
  tract.edit(question.hash, 'How long can I return boots?')
  const warnings = (body: () => unknown) => tract.dryRun(() => void body()).effect.warnings.map(({ code }) => code)
  expect([warnings(() => tract.cherryPick(aside.hash)), warnings(() => tract.on('side').rebase('main'))]).toEqual([['pick/left-behind'], ['merge/answered-old-text']])
})

test('a merge that would be left open is told as it is, and isn\'t left', () => {
  const { tract, answer } = conversation()
  using _ = tract
  tract.branch('side', { switch: false })
  tract.on('side').edit(answer.hash, 'You have 14 days.')
  tract.edit(answer.hash, 'You have 30 days.')
  const { result, effect } = tract.dryRun(() => tract.merge('side'))
  expect([result.kind, effect.commits, effect.refs, effect.changes, tract.findPendingMerge()]).toEqual(['conflict', [], [], [], null])
})

test('inside a batch it sees what was done so far; inside another dry run too', () => {
  const { tract } = conversation()
  using _ = tract
  const texts = () => tract.compile().messages.map(({ content }) => content).slice(3)
  const seen = tract.batch(() => {
    tract.user('one')
    const outer = tract.dryRun(() => {
      tract.user('two')
      const inner = tract.dryRun(() => (tract.user('three'), texts()))
      return [inner.result, inner.effect.changes.length, inner.effect.tokensBefore, texts()]
    })
    return [outer.result, outer.effect.changes.length, texts()]
  })
  expect(seen).toEqual([[['one', 'two', 'three'], 1, expect.any(Number), ['one', 'two']], 1, ['one']])
  expect([texts(), tract.operations().items.map(({ verb }) => verb)]).toEqual([['one'], ['batch', 'commit', 'commit', 'commit', 'create']])
})

test('a fault of the body is the fault of the dry run, and leaves no trace in the journal', () => {
  const { tract } = conversation()
  using _ = tract
  const seq = tract.workspace.lastSeq()
  const fault = faultOf(() => tract.dryRun(() => { tract.user('taken back'); tract.switch('nowhere') }))
  // @ts-expect-error a body that waits is refused while it is typed
  const waiting = faultOf(() => tract.dryRun(async () => tract.user('taken back')))
  expect([fault, waiting, tract.workspace.lastSeq(), tract.status().messageCount]).toEqual(['branch/not-found', 'batch/async', seq, 3])
})

test('the context that a body gives can be read after all was taken back', () => {
  const { tract } = conversation()
  using _ = tract
  const { result } = tract.dryRun(() => (tract.user('not yet'), { context: tract.compile() }))
  tract.user('something else')
  expect(result.context.messages.map(({ content }) => content)).toEqual(['Be brief.', 'How long can I return shoes?', 'You have 60 days.', 'not yet'])
  expect(result.context.toOpenAI().at(-1)).toEqual({ role: 'user', content: 'not yet' })
})

test('the context is that of the handle, where it stood and where it stands then', () => {
  const { tract, answer } = conversation()
  using _ = tract
  tract.branch('side', { switch: false })
  tract.on('side').user('aside')
  const kinds = (body: () => unknown, handle: TractVerbs = tract) => handle.dryRun(() => void body()).effect.changes.map((change) => ('text' in change ? `${change.kind} ${change.text}` : change.kind))
  expect([
    kinds(() => tract.on('side').user('more')), kinds(() => tract.on('side').user('more'), tract.on('side')), kinds(() => tract.switch('side')), kinds(() => tract.reset(answer.parents[0] ?? '')),
    kinds(() => tract.deleteBranch('side', { force: true }), tract.on('side')), kinds(() => tract.renameBranch('main', 'trunk')),
  ]).toEqual([[], ['added more'], ['added aside'], ['removed You have 60 days.'], ['removed Be brief.', 'removed How long can I return shoes?', 'removed You have 60 days.', 'removed aside'], []])
})

test('numbers that a dry run gave to its commits go to others afterwards, and nothing remembers', () => {
  const { tract } = conversation()
  using _ = tract
  const { contextHash } = tract.dryRun(() => tract.user('a')).effect
  const said = tract.user('b')
  expect([tract.compile().hash === contextHash, tract.compile().messages.at(-1)?.content, tract.dryRun(() => {}).effect.contextHash === tract.compile().hash]).toEqual([false, 'b', true])
  expect([tract.resolve('HEAD'), handleOf(tract).file.writing]).toEqual([said.hash, null])
})
