import { expect, test } from 'vitest'
import { type Commit, scripted, Tract } from 'tract-studio'
import { printed } from '../helpers/printed.ts'

test('X.2 — Correcting and Protecting', async () => {
  using output = printed()
  {
    using tract = Tract.open()
    const model = scripted(['Our warranty lasts 5 years.', 'Two years, as I said.'])
    tract.configureClients({ default: model })
    tract.system('You support customers.')

    const wrong = await tract.chat('How long is the warranty?')
    if (wrong.status !== 'complete') throw new Error('no answer')

    tract.batch(() => {
      tract.edit(wrong.commit.hash, 'Our warranty lasts 2 years.', { message: 'made up: it is 2 years' })
      tract.annotate(wrong.commit.hash, 'pinned', { reason: 'checked with legal' })
    })

    const shown = tract.compile().messages.find(({ messageId }) => messageId === wrong.commit.messageId)
    console.log(shown?.content, shown?.edited, shown?.priority)
    await tract.chat('Sure?')
    console.log(model.requests[1]?.prompt.toDicts())

    const result = tract.compress({ content: ['Asked: warranty?', 'Asked twice.'] }) // a pinned message is never compressed
    console.log(result.kind, tract.compile().messages.map(({ content }) => content))
  }
  expect(output.lines).toEqual([
    ['Our warranty lasts 2 years.', true, 'pinned'],
    [[
      { role: 'system', content: 'You support customers.' },
      { role: 'user', content: 'How long is the warranty?' },
      { role: 'assistant', content: 'Our warranty lasts 2 years.' },
      { role: 'user', content: 'Sure?' },
    ]],
    ['compressed', ['You support customers.', 'Asked: warranty?', 'Our warranty lasts 2 years.', 'Asked twice.']],
  ])
})

test('X.3 — Debugging a Bad Response', async () => {
  using output = printed()
  {
    using tract = Tract.open()
    const model = scripted(['Ship it on Friday.', 'Noted.'])
    tract.configureClients({ default: model })
    const rules = tract.system('Releases go out on Mondays.')
    tract.annotate(rules.hash, 'skip', { reason: 'too long' })
    await tract.chat('When shall we release?')
    await tract.chat('Done.')
    tract.annotate(rules.hash, 'pinned')

    const bad = tract.log({ kinds: ['append'] }).items.find((commit) => commit.message.includes('Friday')) // 1. walk the log
    if (!bad) throw new Error('not found')
    const then = tract.compile({ at: bad.parents[0]! }) // 2. what it saw
    console.log(then.messages.map(({ content }) => content))
    console.log(then.toDicts().length === model.requests[0]?.prompt.messages.length)
    for (const { messageId, why } of then.excluded) console.log(tract.show(messageId).commit.message, why) // 3. and what it didn't
    for (const change of tract.diff(bad.hash).changes) console.log(change.kind, 'text' in change ? change.text : '') // 4. what is different now
  }
  expect(output.lines).toEqual([
    [['When shall we release?']],
    [true],
    ['instruction: Releases go out on Mondays.', { kind: 'skipped', by: { kind: 'user', id: 'user' }, reason: 'too long' }],
    ['annotated', ''],
    ['added', 'Releases go out on Mondays.'],
    ['added', 'Done.'],
    ['added', 'Noted.'],
  ])
})

test('X.6 — Undo / Redo', () => {
  using output = printed()
  {
    using tract = Tract.open()
    const said = (): readonly string[] => tract.compile().messages.map(({ content }) => content)
    tract.user('Name the product.')
    const first = tract.assistant('Call it Walnut.')

    tract.reset('HEAD~1') // back before the answer
    tract.assistant('Call it Product 7.')
    console.log(said())

    tract.reset('HEAD~1') // worse: the first one again
    tract.cherryPick(first.hash)
    console.log(said())

    tract.undo()
    tract.undo()
    console.log(said()) // the same by undo: both steps taken back
    tract.redo()
    tract.redo()
    console.log(said(), tract.redo().kind)
  }
  expect(output.lines).toEqual([
    [['Name the product.', 'Call it Product 7.']],
    [['Name the product.', 'Call it Walnut.']],
    [['Name the product.', 'Call it Product 7.']],
    [['Name the product.', 'Call it Walnut.'], 'nothing'],
  ])
})

test('X.9 — Context Forensics', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.system('You write the market report.')
    tract.user('Collect the figures.')
    tract.commit({ type: 'tool_result', callId: 'c1', tool: 'fetch', output: 'Growth: 700 %', status: 'success' }, { tags: ['unchecked'] })
    tract.assistant('Growth is 700 %.')
    const good = tract.assistant('The report has three parts.')

    const isBad = (commit: Commit): boolean => commit.tags.includes('unchecked')
    const bad = tract.log().items.find(isBad) // where did it come in?
    if (!bad) throw new Error('nothing bad')
    tract.tag('contaminated')

    tract.branch('clean', { from: bad.parents[0]! }) // from before it
    tract.commit({ type: 'tool_result', callId: 'c1', tool: 'fetch', output: 'Growth: 7 %', status: 'success' })
    tract.cherryPick(good.hash) // the good work comes along
    console.log(tract.compile().messages.map(({ content }) => content))

    tract.switch('main') // or in place: the same line without what was wrong
    const wrong = tract.log().items.filter(({ message }) => message.includes('700')).map(({ hash }) => hash)
    const rebased = tract.rebase(bad.parents[0]!, { drop: wrong })
    console.log(rebased.kind, tract.compile().messages.map(({ content }) => content))
    console.log(tract.search('700').items.every(({ hidden }) => hidden), tract.listTags().map(({ name }) => name))
  }
  expect(output.lines).toEqual([
    [['You write the market report.', 'Collect the figures.', 'Growth: 7 %', 'The report has three parts.']],
    ['rebased', ['You write the market report.', 'Collect the figures.', 'The report has three parts.']],
    [true, ['before-rebase/main', 'contaminated']],
  ])
})
