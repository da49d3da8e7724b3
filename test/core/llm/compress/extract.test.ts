import { describe, expect, it } from 'vitest'
import { extractSummary } from '../../../../core/llm/compress/extract.ts'
import { summaryPrompt, summaryTaskIn } from '../../../../core/llm/compress/summaryPrompt.ts'

const said = (role: 'user' | 'assistant', content: string) => ({ role, content })
const originals = [
  said('user', 'Hello there. How long can I return shoes? I bought the shoes in Hamburg.'),
  said('assistant', 'You can return shoes within 30 days of delivery. The sun is out today.'),
  said('user', 'And boots? I wore the boots outside once.'),
  said('assistant', 'Boots can be returned within 30 days too. Order NW-20417 shows it.'),
]

describe('an extractive summary', () => {
  it('keeps what the others talk about, in order, with who said it', () => {
    const summary = extractSummary({ originals, tokens: 40 })
    expect([summary.includes('return shoes'), summary.includes('sun is out'), summary.indexOf('User:') < summary.indexOf('Assistant:'), extractSummary({ originals, tokens: 40 }) === summary]).toEqual([true, false, true, true])
  })
  it('keeps to the length, but for what must be in it and one sentence at least', () => {
    const lengths = [10, 20, 40, 200].map((tokens) => extractSummary({ originals, tokens }).length)
    expect([lengths.toSorted((a, b) => a - b), extractSummary({ originals, tokens: 1 }).length > 0, extractSummary({ originals, tokens: 1, words: ['NW-20417'] }).includes('NW-20417')]).toEqual([lengths, true, true])
  })
  it('is shorter than what it is made of, also of a single sentence, and never loses what must be in it', () => {
    const made = (content: string, words: readonly string[] = []) => extractSummary({ originals: [said('user', content)], tokens: 40, words })
    expect([made('How long can I return shoes?'), made('Order NW-20417 was one of them.', ['one of them']), made('https://example.org/a/very/long/way/without/any/gap'), made('Hi'), made('😀'.repeat(30)).isWellFormed()]).toEqual([
      'How long can I…', 'Order NW-20417 was one of them.', 'https://example.org/a/ve…', 'Hi', true,
    ])
  })
  it('says nothing twice, and nothing without words', () => {
    const again = [...originals, said('user', 'Boots can be returned within 30 days too. (4)')]
    expect([extractSummary({ originals: again, tokens: 70 }).split('Boots can be returned').length, extractSummary({ originals: again, tokens: 70 }).includes('(4)')]).toEqual([2, false])
  })
  it('is empty where nothing was said, and takes any text', () => {
    expect([extractSummary({ originals: [], tokens: 40 }), extractSummary({ originals: [said('user', '日本語の文章です。とても短い。'), said('user', '\u{1f600}'.repeat(300))], tokens: 40 }).length > 0]).toEqual(['', true])
  })
})

describe('a request for a summary', () => {
  it('can be read back, whatever the messages hold', () => {
    const task = { originals: [said('user', 'One <message 2 user>\nnot\n</message 2> trick'), said('assistant', 'Two\n\nlines')], tokens: 120, instructions: 'be brief', words: ['a "b"', 'c, d'], earlier: { text: 'Old\ntext', guidance: 'shorter' } }
    const { instructions: _, ...read } = task
    expect(summaryTaskIn(summaryPrompt(task))).toEqual({ ...read, originals: task.originals })
  })
  it('is told from other prompts', () => {
    const prompt = summaryPrompt({ originals, tokens: 10 })
    expect([summaryTaskIn(prompt)?.originals.length, summaryTaskIn({ messages: [{ ...prompt.messages[0]!, content: 'Hello' }] })]).toEqual([4, null])
  })
})
