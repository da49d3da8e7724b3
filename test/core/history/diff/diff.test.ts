import { expect, test } from 'vitest'
import { Tract } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

const conversation = () => {
  const tract = Tract.open(':memory:', { ports: testPorts() })
  const [rules, question, answer] = [tract.system('Be brief.'), tract.user('How long can I return shoes?'), tract.assistant('You have 60 days.')]
  return { tract, rules, question, answer }
}

test('an edit is told word by word, a pin and a skip by what they were', () => {
  const { tract, question, answer } = conversation()
  using _ = tract
  const edited = tract.edit(answer.hash, 'You have 30 days.')
  tract.annotate(answer.hash, 'pinned')
  tract.annotate(question.hash, 'skip')
  expect(tract.diff(answer.hash)).toEqual({
    from: answer.hash, to: tract.resolve('HEAD'), config: [], tokenDelta: -question.tokens,
    changes: [
      { kind: 'removed', messageId: question.hash, role: 'user', text: 'How long can I return shoes?', tokens: question.tokens },
      { kind: 'edited', messageId: answer.hash, role: 'assistant', hunks: [{ kind: 'same', text: 'You have ' }, { kind: 'removed', text: '60' }, { kind: 'added', text: '30' }, { kind: 'same', text: ' days.' }] },
      { kind: 'annotated', messageId: question.hash, from: 'normal', to: 'skip' },
      { kind: 'annotated', messageId: answer.hash, from: 'normal', to: 'pinned' },
    ],
  })
  expect([tract.diff(undefined, edited.hash).changes.map(({ kind }) => kind), tract.diff().changes.map(({ kind }) => kind)]).toEqual([['edited'], ['removed', 'annotated']])
})

test('the first commit is compared with nothing, a commit with itself differs in nothing', () => {
  const { tract, rules } = conversation()
  using _ = tract
  expect([tract.diff(undefined, rules.hash), tract.diff('HEAD').changes]).toEqual([
    { from: null, to: rules.hash, config: [], tokenDelta: rules.tokens + 3, changes: [{ kind: 'added', messageId: rules.hash, role: 'system', text: 'Be brief.', tokens: rules.tokens, index: 0 }] },
    [],
  ])
})

test('a merge is compared with its first parent; what stands elsewhere is moved, as little as can be', () => {
  const { tract } = conversation()
  using _ = tract
  tract.branch('side', { switch: false })
  tract.user('here')
  tract.user('here too')
  tract.branch('before', { switch: false })
  const there = tract.on('side').user('there')
  tract.merge('side')
  tract.on('side').merge('before')
  expect([tract.diff().changes, tract.diff('side').changes]).toEqual([
    [{ kind: 'added', messageId: there.hash, role: 'user', text: 'there', tokens: there.tokens, index: 5 }],
    [{ kind: 'moved', messageId: there.hash, from: 3, to: 5 }],
  ])
})

test('a summary is added, what it stands for is compressed; expanded it is the other way round', () => {
  const { tract, question, answer } = conversation()
  using _ = tract
  tract.compress({ messages: [question.hash, answer.hash], content: 'Returns: 60 days.' })
  const summary = tract.resolve('HEAD')
  const kinds = (changes: ReturnType<typeof tract.diff>['changes']) => changes.map((change) => ('messages' in change ? [change.kind, change.summary, change.messages] : [change.kind, change.messageId]))
  const compressed = kinds(tract.diff().changes)
  tract.expand(summary)
  expect([compressed, kinds(tract.diff().changes)]).toEqual([
    [['compressed', summary, [question.hash, answer.hash]], ['added', summary]],
    [['removed', summary], ['expanded', summary, [question.hash, answer.hash]], ['added', question.hash], ['added', answer.hash]],
  ])
})

test('what a pin brings back beside a summary, or un-pinning takes away, is no compression', () => {
  const { tract, question, answer } = conversation()
  using _ = tract
  tract.compress({ messages: [question.hash, answer.hash], content: 'Returns: 60 days.' })
  const told = () => tract.diff().changes.map(({ kind }) => kind)
  tract.annotate(question.hash, 'pinned')
  const pinned = told()
  tract.annotate(question.hash, 'normal')
  expect([pinned, told()]).toEqual([['annotated', 'added'], ['removed', 'annotated']])
})

test('settings are those of the newest answer on either side, also one that a merge brought', () => {
  using tract = Tract.open()
  const question = tract.user('q')
  const first = tract.assistant('a', { generationConfig: { model: 'small', temperature: 0, stopSequences: ['x'] } })
  tract.branch('side')
  tract.assistant('b', { generationConfig: { model: 'large', stopSequences: ['x'] } })
  tract.switch('main')
  tract.user('more')
  const before = tract.resolve('HEAD')
  tract.merge('side')
  const changed = [{ field: 'model', from: 'small', to: 'large' }, { field: 'temperature', from: 0, to: null }]
  expect([tract.diff(before).config, tract.diff(first.hash, 'side').config, tract.diff(question.hash, first.hash).config, tract.diff('side').config]).toEqual([
    changed, changed, [{ field: 'model', from: null, to: 'small' }, { field: 'stopSequences', from: null, to: ['x'] }, { field: 'temperature', from: null, to: 0 }], [],
  ])
})

test('references are those of every verb, and a tract without commits has nothing to compare', () => {
  const { tract, question } = conversation()
  using _ = tract
  using empty = Tract.open()
  expect([tract.diff(question.hash.slice(0, 12), 'HEAD').from, faultOf(() => tract.diff('nowhere')), faultOf(() => tract.diff('HEAD', 'nowhere')), faultOf(() => empty.diff())]).toEqual([
    question.hash, 'ref/not-found', 'ref/not-found', 'ref/no-commits',
  ])
})
