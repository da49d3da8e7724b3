import { expect, test } from 'vitest'
import { Fault, Tract } from 'tract-studio'
import { printed } from '../helpers/printed.ts'

test('04/01 — Edit in Place', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.system('You support customers of a shoe shop.')
    tract.user('How long can I return shoes?')
    const answer = tract.assistant('You have 60 days to return them.')

    tract.edit(answer.hash, 'You have 30 days to return them.', { message: 'the policy says 30' })

    const shown = tract.compile().messages.at(-1)
    console.log(shown?.content, shown?.edited)
    for (const { content, isCurrent } of tract.history(answer.hash).versions) console.log(isCurrent, content)
    console.log(tract.log({ limit: 1 }).items[0]?.message)
  }
  expect(output.lines).toEqual([
    ['You have 30 days to return them.', true],
    [false, { type: 'dialogue', role: 'assistant', text: 'You have 60 days to return them.' }],
    [true, { type: 'dialogue', role: 'assistant', text: 'You have 30 days to return them.' }],
    ['the policy says 30'],
  ])
})

test('04/02 — Pin, Skip, and Reset Annotations', () => {
  using output = printed()
  {
    using tract = Tract.open()
    const rules = tract.user('Never quote prices in dollars.')
    const noise = tract.commit({ type: 'tool_result', callId: 'c1', tool: 'crawl', output: 'lorem '.repeat(2000), status: 'success' })
    tract.user('What does the red one cost?')

    tract.annotate(rules.hash, 'pinned', { reason: 'must survive compression' })
    tract.annotate(noise.hash, 'skip', { reason: 'raw crawl' })
    for (const { content, priority, why } of tract.compile().messages) console.log(priority, why.kind, content)
    for (const { why } of tract.compile().excluded) console.log(why)

    const without = tract.status().tokenCount
    tract.annotate(noise.hash, 'normal')
    console.log(tract.status().tokenCount - without > 2000, tract.history(noise.hash).annotations.map(({ priority }) => priority))
  }
  expect(output.lines).toEqual([
    ['pinned', 'pinned', 'Never quote prices in dollars.'],
    ['normal', 'appended', 'What does the red one cost?'],
    [{ kind: 'skipped', by: { kind: 'user', id: 'user' }, reason: 'raw crawl' }],
    [true, ['skip', 'normal']],
  ])
})

test('04/03 — Atomic Batch', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.system('You answer from the documents you are given.')

    const retrieve = (found: string): void => {
      tract.batch(() => {
        tract.commit({ type: 'artifact', artifactType: 'document', content: found, ref: 'wiki/walnut' })
        tract.user('Is walnut hard?')
        if (found === '') throw new Error('nothing was found')
        tract.assistant('Harder than pine, softer than oak.')
      })
    }

    try {
      retrieve('')
    } catch (error) {
      console.log((error as Error).message, tract.status().commitCount)
    }
    retrieve('Walnut: Janka hardness 1010 lbf.')
    console.log(tract.status().commitCount, tract.operations().items[0]?.verb)

    tract.undo() // one act, so one step back
    console.log(tract.status().commitCount)
  }
  expect(output.lines).toEqual([['nothing was found', 1], [4, 'batch'], [1]])
})

test('04/03 — a batch that waits is refused, and nothing of it stays', () => {
  using tract = Tract.open()
  const waits = (async (): Promise<void> => {
    tract.user('Half of it.')
    await Promise.resolve()
  }) as unknown as () => void
  expect([Fault.is(thrownBy(() => tract.batch(waits)), 'batch/async'), tract.status().commitCount]).toEqual([true, 0])
})

function thrownBy(act: () => void): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return null
}
