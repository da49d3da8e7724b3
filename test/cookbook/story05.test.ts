import { expect, test } from 'vitest'
import { Fault, scripted, Tract } from 'tract-studio'
import { printed } from '../helpers/printed.ts'

test('05/01 — Log and Diff', () => {
  using output = printed()
  {
    using tract = Tract.open()
    const asked = tract.user('Where is my parcel?')
    const answer = tract.assistant('It left Hamburg on Monday.')
    tract.annotate(asked.hash, 'pinned')
    tract.edit(answer.hash, 'It left Hamburg on Tuesday.')

    for (const commit of tract.log().items) console.log(commit.kind, commit.message, new Date(commit.createdAt).getTime() > 0)

    const { changes, tokenDelta } = tract.diff(asked.hash)
    for (const change of changes) console.log(change.kind, 'text' in change ? change.text : '')
    console.log(tokenDelta)

    const [edited] = tract.diff().changes
    if (edited?.kind === 'edited') console.log(edited.hunks.filter(({ kind }) => kind !== 'same'))
  }
  expect(output.lines).toEqual([
    ['edit', 'edit: It left Hamburg on Tuesday.', true],
    ['annotate', 'annotate: pinned', true],
    ['append', 'dialogue: It left Hamburg on Monday.', true],
    ['append', 'dialogue: Where is my parcel?', true],
    ['annotated', ''],
    ['added', 'It left Hamburg on Tuesday.'],
    [10],
    [[{ kind: 'removed', text: 'Monday' }, { kind: 'added', text: 'Tuesday' }]],
  ])
})

test('05/02 — Time Travel', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.system('You sell bicycles.')
    tract.user('Do you have a red one?')
    const bad = tract.assistant('Red ones are sold out for ever.')
    tract.edit(bad.hash, 'Red ones come back in May.')
    tract.user('And blue ones?')
    const texts = (at: string | number): readonly string[] => tract.compile({ at }).messages.map(({ content }) => content)

    console.log(texts(bad.parents[0]!)) // what it saw when it answered
    console.log(texts(bad.createdAt)) // the same by the clock: and its answer
    console.log(tract.compile().messages[2]?.content)

    console.log(tract.checkout(bad.hash).kind, tract.status().messageCount)
    try {
      tract.user('Hello, past.')
    } catch (error) {
      console.log(Fault.is(error, 'head/detached') && error.hint)
    }
    console.log(tract.checkout('-').kind)

    tract.reset(bad.hash)
    console.log(tract.compile().messages.at(-1)?.content)
    tract.reset('ORIG_HEAD') // nothing was lost
    console.log(tract.compile().messages.at(-1)?.content)
  }
  expect(output.lines).toEqual([
    [['You sell bicycles.', 'Do you have a red one?']],
    [['You sell bicycles.', 'Do you have a red one?', 'Red ones are sold out for ever.']],
    ['Red ones come back in May.'],
    ['detached', 3],
    ["Start a branch here with `branch()`, or go back with `checkout('-')`."],
    ['attached'],
    ['Red ones are sold out for ever.'],
    ['And blue ones?'],
  ])
})

test('05/03 — Config Provenance', async () => {
  using output = printed()
  {
    using tract = Tract.open(':memory:', { defaultConfig: { temperature: 0.2 } })
    tract.configureClients({ default: scripted(['One.', 'Two.', 'Three.'], { model: 'small' }) })
    await tract.chat('First?')
    await tract.chat('Second?', { temperature: 0.9 })
    await tract.chat('Third?', { llmConfig: { model: 'large', maxTokens: 50 } })

    for (const commit of tract.log({ kinds: ['append'] }).items) {
      if (commit.generationConfig) console.log(commit.message, commit.generationConfig, commit.configLevels)
    }
    const found = (query: Parameters<typeof tract.queryByConfig>[0]): readonly string[] => tract.queryByConfig(query).map(({ message }) => message)
    console.log(found({ model: 'small' }))
    console.log(found({ model: 'small', temperature: 0.2 }))
    console.log(found({ temperature: { gt: 0.5 }, model: { in: ['small', 'large'] } }))
    const [newest] = tract.queryByConfig({ temperature: { lte: 1 } })
    if (newest?.generationConfig) console.log(found(newest.generationConfig)) // exactly these settings
    console.log(found({}))
  }
  expect(output.lines).toEqual([
    ['dialogue: Three.', { model: 'large', maxTokens: 50, temperature: 0.2 }, { model: 'llmConfig', maxTokens: 'llmConfig', temperature: 'default' }],
    ['dialogue: Two.', { model: 'small', temperature: 0.9 }, { model: 'client', temperature: 'sugar' }],
    ['dialogue: One.', { model: 'small', temperature: 0.2 }, { model: 'client', temperature: 'default' }],
    [['dialogue: Two.', 'dialogue: One.']],
    [['dialogue: One.']],
    [['dialogue: Two.']],
    [['dialogue: Three.']],
    [[]],
  ])
})
