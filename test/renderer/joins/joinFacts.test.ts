import { describe, expect, it } from 'vitest'
import type { JoinPreview } from '../../../main/contract/joins.ts'
import { Tract } from '../../../core/index.ts'
import { joinFacts } from '../../../renderer/joins/joinFacts.ts'
import { words } from '../../../renderer/words/words.ts'
import { kindWords, whyNotJoin } from '../../../renderer/joins/joinWords.ts'

function previewOf(shape: (tract: Tract) => void, into = 'main', from = 'side'): JoinPreview {
  using tract = Tract.open()
  tract.user('First')
  tract.branch('side')
  shape(tract)
  tract.switch(into)
  return { kind: 'merge', ...tract.dryRun(() => tract.merge(from)) }
}

describe('what a merge would do, in words and numbers', () => {
  it('counts what comes in, and how full the budget gets', () => {
    const preview = previewOf((tract) => tract.user('On the side'))
    const { tokensBefore: before, tokensAfter: after } = preview.effect
    const max = before
    expect([joinFacts(preview, { max, used: before, pct: 100, over: false }), kindWords(preview, words()), whyNotJoin(preview)]).toEqual([
      { stepsIn: 1, stepsOut: 0, tokensBefore: before, tokensAfter: after, budget: { before: 100, after: Math.round((after / max) * 100), over: true } },
      'simple, the end moves up',
      null,
    ])
  })

  it('says that there is nothing to bring in', () => {
    const preview = previewOf((tract) => tract.user('On the side'), 'side', 'main')
    expect([joinFacts(preview, null).budget, kindWords(preview, words()), whyNotJoin(preview)]).toEqual([null, 'nothing to bring in', 'There is nothing to do'])
  })

  it('says how many conflicts there are', () => {
    const preview = previewOf((tract) => {
      const [first] = tract.compile().messages
      if (first === undefined) throw new Error('no message')
      tract.edit(first.messageId, 'First, theirs')
      tract.on('main').edit(first.messageId, 'First, ours')
    })
    expect(kindWords(preview, words())).toBe('1 conflict, the rest is automatic')
  })
})
