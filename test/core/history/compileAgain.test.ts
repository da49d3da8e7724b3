import { expect, test } from 'vitest'
import { Tract } from '../../../core/index.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** What a tract gives that has read and compiled before, beside what the file gives to somebody who never did. */
function withColdReader() {
  const folder = tempFolder()
  const tract = Tract.open(folder.file(), { ports: testPorts() })
  const cold = (branch: string) => {
    using fresh = Tract.open(folder.file(), { access: 'read' })
    return { ...fresh.on(branch).compile() }
  }
  return {
    tract, cold,
    texts: (branch = 'main') => tract.on(branch).compile().messages.map(({ content }) => content),
    [Symbol.dispose]: () => {
      tract.close()
      folder[Symbol.dispose]()
    },
  }
}

test('a context with one more message is the one that is read anew', () => {
  using scene = withColdReader()
  const { tract, cold } = scene
  tract.user('one')
  tract.compile()
  tract.assistant('two')
  expect({ ...tract.compile() }).toEqual(cold('main'))
})

test('hiding a message of one branch leaves the other as it was, and showing it again gives the same context', () => {
  using scene = withColdReader()
  const { tract, cold, texts } = scene
  const { messageId } = tract.user('secret')
  tract.user('open')
  tract.branch('side', { switch: false })
  const [before, beside] = [tract.compile().hash, { ...tract.on('side').compile() }]
  tract.annotate(messageId, 'skip')
  expect([texts(), { ...tract.on('side').compile() }, { ...tract.compile() }]).toEqual([['open'], beside, cold('main')])
  tract.annotate(messageId, 'normal')
  expect([texts(), tract.compile().hash]).toEqual([['secret', 'open'], before])
})

test('a pin on a message that is shown changes its priority and nothing else', () => {
  using scene = withColdReader()
  const { tract } = scene
  const { messageId } = tract.user('one')
  tract.user('two')
  const { head: _before, ...before } = tract.compile()
  tract.annotate(messageId, 'pinned')
  const { head: _after, ...after } = tract.compile()
  const [pinned, two] = after.messages
  expect(after).toEqual({ ...before, messages: [{ ...before.messages[0], priority: 'pinned', why: pinned?.why }, two] })
  expect([pinned?.why.kind, before.messages[0]?.priority, two]).toEqual(['pinned', 'normal', before.messages[1]])
})

test('what a caller does to the lists he was given changes no later context', () => {
  using scene = withColdReader()
  const { tract, cold } = scene
  tract.user('one')
  const hidden = tract.user('two')
  tract.annotate(hidden.messageId, 'skip')
  const given = tract.compile()
  const spoil = (list: unknown): void => {
    const rows = list as { content?: unknown; tokens?: number }[]
    rows[0]!.content = 'spoilt'
    rows[0]!.tokens = 0
    rows.push({ content: 'more' })
  }
  for (const list of [given.messages, given.excluded, given.toDicts(), given.toOpenAI()]) {
    try {
      spoil(list)
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError) // a frozen list is as good
    }
  }
  expect({ ...tract.compile() }).toEqual(cold('main'))
})

test('the tokens of the messages and the start of the answer are the total', () => {
  using scene = withColdReader()
  const { tract } = scene
  for (const text of ['Hello', '你好，世界', '👩‍👩‍👧‍👦', ' '.repeat(3000), '']) tract.user(text)
  tract.annotate('HEAD', 'skip')
  const { messages, tokenCount } = tract.compile()
  expect(tokenCount).toBe(messages.reduce((sum, { tokens }) => sum + tokens, 3))
  expect(tract.status().tokenCount).toBe(tokenCount)
})

test('away and back, by reset or checkout, gives the context there was', () => {
  using scene = withColdReader()
  const { tract, cold } = scene
  tract.user('one')
  tract.user('two')
  const [tip, before] = [tract.resolve('HEAD'), { ...tract.compile() }]
  tract.reset('HEAD~1')
  const away = { ...tract.compile() }
  tract.reset(tip)
  expect([{ ...tract.compile() }, away.messages.map(({ content }) => content)]).toEqual([before, ['one']])
  tract.checkout('HEAD~1')
  expect(tract.compile().messages).toEqual(away.messages)
  tract.switch('main')
  expect([{ ...tract.compile() }, cold('main')]).toEqual([before, before])
})
