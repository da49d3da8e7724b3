import { describe, expect, test } from 'vitest'
import { Fault, Tract } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'

/** main with three commits, `side` at the second, the tag v1 at the first. */
function spoken() {
  const tract = Tract.open()
  const [a, b, c] = [tract.user('a').hash, tract.user('b').hash, tract.user('c').hash]
  tract.branch('side', { from: b, switch: false })
  tract.tag('v1', { at: a })
  return { tract, a, b, c }
}
const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)

describe('checkout', () => {
  test('of a branch stands on it, of any other commit beside all branches', () => {
    const { tract, a, b, c } = spoken()
    using _ = tract
    tract.reset(b)
    tract.reset(c)
    const table = [
      ['side', { kind: 'attached', branch: 'side', commit: b }],
      ['v1', { kind: 'detached', commit: a }],
      ['main', { kind: 'attached', branch: 'main', commit: c }],
      [b, { kind: 'detached', commit: b }],
      [a.slice(0, 10), { kind: 'detached', commit: a }],
      ['main~1', { kind: 'detached', commit: b }],
      ['HEAD^', { kind: 'detached', commit: a }],
      ['tag:v1', { kind: 'detached', commit: a }],
      ['ORIG_HEAD', { kind: 'detached', commit: b }],
    ] as const
    expect(table.map(([ref]) => [ref, tract.checkout(ref)])).toEqual(table)
    expect([tract.status().head, texts(tract), tract.listBranches().filter(({ isCurrent }) => isCurrent)]).toEqual([{ kind: 'detached', commit: b }, ['a', 'b'], []])
  })

  test('and a commit extends the branch that was checked out last', () => {
    const { tract, a, c } = spoken()
    using _ = tract
    tract.checkout(a)
    expect(faultOf(() => tract.user('lost'))).toBe('head/detached')
    tract.checkout('main')
    expect([tract.user('d').parents, texts(tract)]).toEqual([[c], ['a', 'b', 'c', 'd']])
  })

  test('of where HEAD is already is no operation', () => {
    const { tract, a } = spoken()
    using _ = tract
    const seq = tract.workspace.lastSeq()
    const [onBranch] = [['main', 'HEAD', '@'].map((ref) => tract.checkout(ref).kind)]
    expect([onBranch, tract.workspace.lastSeq()]).toEqual([['attached', 'attached', 'attached'], seq])
    tract.checkout('v1')
    const later = tract.workspace.lastSeq()
    expect([['v1', a, 'HEAD', '@', 'main~2'].map((ref) => tract.checkout(ref).kind), tract.workspace.lastSeq()]).toEqual([Array.from({ length: 5 }, () => 'detached'), later])
  })

  test('by a bound handle moves HEAD to where the handle stands', () => {
    const { tract, b } = spoken()
    using _ = tract
    expect([tract.on('side').checkout('HEAD'), tract.on('main').checkout('HEAD~2').kind, tract.status().head.kind]).toEqual([{ kind: 'attached', branch: 'side', commit: b }, 'detached', 'detached'])
  })

  test('of nothing that is there changes nothing, before the first commit too', () => {
    using tract = Tract.open()
    expect(['nowhere', 'HEAD~1', 'HEAD^0', '-', ''].map((ref) => faultOf(() => tract.checkout(ref)))).toEqual(['ref/not-found', 'ref/no-commits', 'ref/no-commits', 'ref/not-found', 'ref/not-found'])
    expect([tract.checkout('main'), tract.checkout('HEAD')]).toEqual(Array.from({ length: 2 }, () => ({ kind: 'attached', branch: 'main', commit: null })))
  })

  test('is taken back by undo', () => {
    const { tract, c } = spoken()
    using _ = tract
    tract.checkout('v1')
    expect([tract.undoState().undo?.verb, tract.undoState().undo?.detail, tract.undo().kind, tract.status().head]).toEqual(['checkout', 'v1', 'done', { kind: 'attached', branch: 'main', commit: c }])
  })
})

describe('checkout of -', () => {
  test('goes back to where HEAD was, and again forth', () => {
    const { tract, a, b, c } = spoken()
    using _ = tract
    tract.checkout(a)
    const heads = [tract.checkout('-'), tract.checkout('-'), tract.checkout('-')]
    tract.switch('side')
    expect([...heads, tract.checkout('-'), tract.checkout('-')]).toEqual([
      { kind: 'attached', branch: 'main', commit: c }, { kind: 'detached', commit: a }, { kind: 'attached', branch: 'main', commit: c },
      { kind: 'attached', branch: 'main', commit: c }, { kind: 'attached', branch: 'side', commit: b },
    ])
  })

  test('counts what undo moved, and not what was taken back before it was done', () => {
    const { tract } = spoken()
    using _ = tract
    tract.switch('side')
    tract.undo()
    expect(tract.checkout('-')).toMatchObject({ branch: 'side' })
    expect(() => tract.batch(() => { tract.checkout('v1'); throw new Error('no') })).toThrow('no')
    expect(tract.checkout('-')).toMatchObject({ branch: 'main' })
  })

  test('finds its way after the file was closed', () => {
    using folder = tempFolder()
    {
      using tract = Tract.open(folder.file())
      tract.user('a')
      tract.branch('side')
      tract.user('b')
    }
    using tract = Tract.open(folder.file())
    expect(tract.checkout('-')).toMatchObject({ branch: 'main' })
  })

  test('onto a branch that is gone says which', () => {
    const { tract } = spoken()
    using _ = tract
    tract.branch('gone')
    tract.switch('main')
    tract.deleteBranch('gone')
    const fault = (() => { try { return tract.checkout('-') } catch (error) { return error } })()
    expect(Fault.is(fault, 'branch/not-found') && [fault.data, fault.message, tract.status().head.kind]).toEqual([{ name: 'gone', similar: [] }, 'There is no branch "gone".', 'attached'])
  })

  test('where HEAD never moved says so', () => {
    const { tract } = spoken()
    using _ = tract
    expect(() => tract.checkout('-')).toThrow('HEAD has not been anywhere else yet.')
  })

  test('does not take a new name of the branch under it for a move', () => {
    const { tract, c } = spoken()
    using _ = tract
    tract.switch('side')
    tract.renameBranch('side', 'aside')
    expect(tract.checkout('-')).toEqual({ kind: 'attached', branch: 'main', commit: c })
    tract.checkout('aside')
    tract.renameBranch('aside', 'side')
    tract.undo()
    expect(tract.checkout('-')).toMatchObject({ branch: 'main' })
  })
})
