import { describe, expect, test } from 'vitest'
import { Tract } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'

function spoken() {
  const tract = Tract.open()
  const [a, b, c] = [tract.user('a').hash, tract.user('b').hash, tract.user('c').hash]
  return { tract, a, b, c }
}
const origHead = (tract: Tract): string => (faultOf(() => tract.resolve('ORIG_HEAD')) === 'none' ? tract.resolve('ORIG_HEAD') : 'none')

describe('reset', () => {
  test('moves the branch, stays on it and remembers where it was; what is said next goes on from there', () => {
    const { tract, a, c } = spoken()
    using _ = tract
    expect([tract.reset(a), origHead(tract), tract.user('d').parents]).toEqual([{ kind: 'attached', branch: 'main', commit: a }, c, [a]])
  })

  test('reaches every commit that a branch here ever held, also what nothing holds any more', () => {
    const { tract, a, b, c } = spoken()
    using _ = tract
    tract.branch('gone')
    const { hash } = tract.user('on the side')
    tract.switch('main')
    tract.deleteBranch('gone', { force: true })
    const undone = tract.user('taken back').hash
    tract.undo()
    const heads = [hash, undone, a, 'ORIG_HEAD', c.slice(0, 12), 'HEAD~1'].map((ref) => tract.reset(ref).commit)
    expect([heads, tract.compile().messages.map(({ content }) => content)]).toEqual([[hash, undone, a, undone, c, b], ['a', 'b']])
  })

  test('to where the branch is already is no operation', () => {
    const { tract, c } = spoken()
    using _ = tract
    const seq = tract.workspace.lastSeq()
    expect([tract.reset('HEAD').commit, tract.reset(c).commit, tract.workspace.lastSeq(), origHead(tract)]).toEqual([c, c, seq, 'none'])
  })

  test('by a bound handle moves its branch and leaves HEAD', () => {
    const { tract, a, c } = spoken()
    using _ = tract
    tract.branch('side', { switch: false })
    expect([tract.on('side').reset('HEAD~2'), tract.status().head, origHead(tract), tract.resolve('side')]).toEqual([
      { kind: 'attached', branch: 'side', commit: a }, { kind: 'attached', branch: 'main', commit: c }, c, a,
    ])
  })

  test('looks only, when it looks', () => {
    const { tract, a, b } = spoken()
    using _ = tract
    tract.checkout(b)
    expect([faultOf(() => tract.reset(a)), tract.on('main').reset(a).kind]).toEqual(['head/detached', 'attached'])
  })

  test('is one operation, taken back with what it remembered', () => {
    const { tract, a, b, c } = spoken()
    using _ = tract
    tract.reset(b)
    tract.reset(a)
    const seen = () => [tract.resolve('HEAD'), origHead(tract)]
    const undoes = [seen(), tract.undoState().undo?.verb, tract.undo().kind, seen(), tract.undo().kind, seen(), tract.redo().kind, tract.redo().kind, seen()]
    expect(undoes).toEqual([[a, b], 'reset', 'done', [b, c], 'done', [c, 'none'], 'done', 'done', [a, b]])
    expect(tract.workspace.replay().kind).toBe('same')
  })

  test('of a branch before its first commit takes what was remembered away', () => {
    using tract = Tract.open()
    const a = tract.user('a').hash
    const first = tract.undoState().undo
    tract.branch('side', { switch: false })
    const b = tract.on('side').user('b').hash
    tract.on('side').reset(a)
    if (first) tract.revert(first.id)
    const before = [tract.status().head, origHead(tract)]
    expect([before, tract.reset(b), origHead(tract), tract.undo().kind, tract.status().head, origHead(tract)]).toEqual([
      [{ kind: 'attached', branch: 'main', commit: null }, b], { kind: 'attached', branch: 'main', commit: b }, 'none', 'done', { kind: 'attached', branch: 'main', commit: null }, b,
    ])
  })
})
