import { describe, expect, it } from 'vitest'
import { isVerdict, readVerdict, verdictText } from '../../../renderer/compare/verdict.ts'

describe('a verdict as it is kept', () => {
  it.each([
    [{ better: 'a', note: '' }, 'Verdict: main is better than cheap.'],
    [{ better: 'b', note: 'Shorter.\nAnd right.' }, 'Verdict: cheap is better than main.\nShorter.\nAnd right.'],
    [{ better: 'tie', note: ' ' }, 'Verdict: main and cheap are equally good.'],
  ] as const)('%j is told and read again', (verdict, text) => {
    expect([verdictText('main', 'cheap', verdict), readVerdict(text, 'main', 'cheap'), isVerdict(text)]).toEqual([text, { ...verdict, note: verdict.note.trim() }, true])
  })
  it('means the same from the other side, and nothing about other branches', () => {
    const text = verdictText('main', 'cheap', { better: 'a', note: 'x' })
    expect([readVerdict(text, 'cheap', 'main'), readVerdict(verdictText('main', 'cheap', { better: 'tie', note: '' }), 'cheap', 'main')?.better, readVerdict(text, 'main', 'odds'), readVerdict('It is better.', 'main', 'cheap'), isVerdict('Verdict: guilty')]).toEqual([
      { better: 'b', note: 'x' }, 'tie', null, null, false,
    ])
  })
})
