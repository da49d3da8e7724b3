import { describe, expect, it } from 'vitest'
import type { CommitHash, MessageId, TractId } from '../../../core/model/ids.ts'
import type { Dragged, Meaning, Target } from '../../../renderer/drag/dragged.ts'
import type { DragFacts } from '../../../renderer/drag/dragFacts.ts'
import { meaningOf } from '../../../renderer/drag/meaningOf.ts'
import { leftBehind } from '../../../renderer/drag/onBranch.ts'
import { historyOf } from '../../../renderer/graph/rows.ts'
import { words } from '../../../renderer/words/words.ts'
import { graphOf } from '../graph/graphRows.ts'

/** `a b` shared; `c d` on main, `x y` on side. */
const rows = graphOf({ name: 'a' }, { name: 'b' }, { name: 'x' }, { name: 'y', on: ['side'] }, { name: 'c', parents: ['b'] }, { name: 'd', on: ['main'] })
const facts: DragFacts = {
  tract: 't' as TractId, branch: 'main', rows, mergeWaits: false, isLooking: false, summaries: new Map([['d' as MessageId, 3]]),
  branches: [{ name: 'main', commit: 'd' as CommitHash }, { name: 'side', commit: 'y' as CommitHash }],
  reach: (branch) => historyOf(rows, branch),
  priorities: new Map([['a' as MessageId, 'pinned'], ['c' as MessageId, 'skip']]),
}
const steps = (...ids: readonly string[]): Dragged => ({ kind: 'steps', steps: ids.map((id) => ({ messageId: id as MessageId, tokens: 10 })) })
const onto = (name: string): Target => ({ kind: 'branch', name, tract: 't' })
const at = (commit: string): Target => ({ kind: 'step', commit: commit as CommitHash })
const zone = (priority: 'pinned' | 'skip' | 'normal'): Target => ({ kind: 'zone', priority })
const meant = (dragged: Dragged, target: Target, some: Partial<DragFacts> = {}): Meaning | null => meaningOf(dragged, target, { ...facts, ...some }, words())
const why = (meaning: Meaning | null): string | null => (meaning?.kind === 'no' ? meaning.why : null)

describe('what a drop means', () => {
  it('shows what a summary stands for on a new branch, where it is drawn out of its lane; nothing else can be', () => {
    const open: Target = { kind: 'open' }
    expect(meant(steps('d'), open)).toEqual({ kind: 'do', words: 'Show its 3 steps on a new branch', tokens: null, intent: { kind: 'restore', branch: 'main', summary: 'd', count: 3 } })
    expect([meant(steps('c'), open), meant(steps('c', 'd'), open), meant({ kind: 'branch', name: 'side' }, open), meant({ kind: 'here' }, open)]).toEqual([null, null, null, null])
    expect(why(meant(steps('d'), open, { isLooking: true }))).toContain('return first')
  })

  it('copies steps that a branch lacks, as the open branch shows them, in their order', () => {
    expect(meant(steps('a', 'c', 'd'), onto('side'))).toEqual({
      kind: 'do', words: '2 steps to side', tokens: 20,
      intent: { kind: 'join', branch: 'side', act: { kind: 'pick', refs: ['c', 'd'], from: 'main' } },
    })
    expect(meant(steps('x'), onto('main'))).toEqual({ kind: 'do', words: '1 step to main', tokens: 10, intent: { kind: 'join', branch: 'main', act: { kind: 'pick', refs: ['x'] } } })
  })

  it.each([
    ['steps of the same branch', steps('a', 'd'), onto('main'), 'already on this branch'],
    ['a branch of another tract', steps('a'), { kind: 'branch', name: 'main', tract: 'u' }, 'That is another tract'],
    ['a shared step on the other lane', steps('a'), at('y'), 'already on this branch'],
    ['a step of another branch in the X-ray', steps('x'), zone('skip'), 'not on main'],
    ['what is kept always', steps('a'), zone('pinned'), 'already kept always'],
    ['what is hidden', steps('c'), zone('skip'), 'already hidden'],
    ['three steps to be compared', steps('a', 'b', 'c'), { kind: 'compare' }, 'two steps at most'],
    ['one step of the open branch to be compared', steps('c'), { kind: 'compare' }, 'choose two steps, or one of another branch'],
    ['a branch on its own end', { kind: 'branch', name: 'side' }, at('y'), 'side ends here already'],
    ['the ring on its own step', { kind: 'here' }, at('d'), 'you are here'],
  ] as const)('says why not: %s', (_, dragged, target, reason) => expect(why(meant(dragged, target))).toBe(reason))

  it('asks what a step on a step of another branch means', () => {
    const meaning = meant(steps('d'), at('x'))
    expect(meaning?.kind === 'ask' && meaning.choices.map(({ intent, off }) => [intent, off])).toEqual([
      [{ kind: 'join', branch: 'side', act: { kind: 'pick', refs: ['d'], from: 'main' } }, null],
      [{ kind: 'compareSteps', from: 'd', to: 'x' }, null],
      [{ kind: 'choose', messages: ['d', 'x'] }, null],
    ])
  })

  it('asks what a branch on a branch means, and holds back what a waiting merge forbids', () => {
    const meaning = meant({ kind: 'branch', name: 'side' }, onto('main'), { mergeWaits: true })
    expect(meaning?.kind === 'ask' && meaning.choices.map(({ intent, off }) => [intent, off])).toEqual([
      [{ kind: 'join', branch: 'main', act: { kind: 'merge', from: 'side' } }, 'What is brought into it waits for decisions'],
      [{ kind: 'join', branch: 'side', act: { kind: 'rebase', onto: 'main' } }, null],
      [{ kind: 'compareBranches', branches: ['main', 'side'] }, null],
    ])
  })

  it('tells what the X-ray would lose or gain', () => {
    expect(meant(steps('b', 'c', 'd'), zone('skip'))).toMatchObject({ words: 'Hide from model: 2 steps', tokens: -20, intent: { messages: ['b', 'd'] } })
    expect(meant(steps('a', 'c'), zone('normal'))).toMatchObject({ tokens: 10, intent: { messages: ['a', 'c'], priority: 'normal' } })
  })

  it('writes nothing while an old step is looked at, but still goes, quotes and compares', () => {
    const looking = { isLooking: true }
    expect([why(meant(steps('x'), onto('main'), looking)), why(meant(steps('d'), zone('skip'), looking))]).toEqual(Array(2).fill('you are looking at an old step; return first'))
    expect([meant({ kind: 'here' }, at('c'), looking), meant(steps('d'), { kind: 'composer' }, looking)].map((meaning) => meaning?.kind)).toEqual(['do', 'do'])
  })

  it('means nothing on itself', () => {
    expect([meant(steps('d'), at('d')), meant({ kind: 'branch', name: 'main' }, onto('main')), meant({ kind: 'branch', name: 'side' }, zone('skip'))]).toEqual([null, null, null])
  })
})

describe('what a moved end leaves behind', () => {
  const left = (branch: string, to: string, graph = rows): readonly string[] => leftBehind({ ...facts, rows: graph, reach: (name) => historyOf(graph, name) }, branch, to as CommitHash).map(({ hash }) => hash)
  it('is what neither another branch nor a bookmark leads to', () => {
    expect([left('side', 'b'), left('side', 'x'), left('main', 'y')]).toEqual([['y', 'x'], ['y'], ['d', 'c']])
    expect(left('side', 'b', rows.map((row) => (row.hash === 'x' ? { ...row, tags: ['good'] } : row)))).toEqual(['y'])
  })
})
