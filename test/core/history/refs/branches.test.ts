import { describe, expect, test } from 'vitest'
import { Fault, Tract } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'

function spoken() {
  const tract = Tract.open()
  return { tract, a: tract.user('a').hash, b: tract.user('b').hash }
}
const names = (tract: Tract) => tract.listBranches().map(({ name }) => name)
const dataOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return Fault.is(error) ? { code: error.code, ...error.data } : error
  }
}

describe('a branch', () => {
  test('starts at HEAD, a tag, a branch or any commit, and is stood on unless told otherwise', () => {
    const { tract, a, b } = spoken()
    using _ = tract
    tract.tag('v1', { at: a })
    tract.reset(a)
    tract.reset(b)
    const made = ([['one'], ['two', 'v1'], ['three', 'one'], ['four', 'HEAD~1'], ['five', 'tag:v1'], ['six', 'ORIG_HEAD']] as const).map(([name, from]) => {
      const { commit, isCurrent } = tract.branch(name, from === undefined ? {} : { from, switch: false })
      return [name, commit, isCurrent]
    })
    expect([made, tract.status().head]).toEqual([
      [['one', b, true], ['two', a, false], ['three', b, false], ['four', a, false], ['five', a, false], ['six', a, false]], { kind: 'attached', branch: 'one', commit: b },
    ])
  })

  test('can be started where somebody only looks, and is written on from there', () => {
    const { tract, a } = spoken()
    using _ = tract
    tract.checkout(a)
    tract.branch('here')
    expect([tract.user('c').parents, names(tract)]).toEqual([[a], ['main', 'here']])
  })

  test('is listed with main first and the others by name, whichever is current', () => {
    const { tract, a } = spoken()
    using _ = tract
    for (const name of ['zebra', 'alpha', 'Öl', 'm/1', 'm']) tract.branch(name, { from: a })
    tract.tag('none')
    tract.on('m').reset('main')
    expect([names(tract), tract.listBranches().filter(({ isCurrent }) => isCurrent).map(({ name }) => name), tract.listBranches().map(({ messageCount }) => messageCount)]).toEqual([
      ['main', 'alpha', 'm', 'm/1', 'zebra', 'Öl'], ['m'], [2, 1, 2, 1, 1, 1],
    ])
  })

  test('that is only a commit or a tag can not be switched to', () => {
    const { tract, a } = spoken()
    using _ = tract
    tract.tag('v1')
    expect([a, 'v1', 'tag:v1', 'HEAD', '-'].map((name) => faultOf(() => tract.switch(name)))).toEqual(Array.from({ length: 5 }, () => 'branch/not-found'))
  })
})

describe('deleteBranch', () => {
  test('counts what no other branch or tag holds', () => {
    const { tract, a } = spoken()
    using _ = tract
    tract.branch('side')
    tract.user('c')
    tract.user('d')
    tract.switch('main')
    expect(dataOf(() => tract.deleteBranch('side'))).toEqual({ code: 'branch/unmerged', name: 'side', commits: 2 })
    tract.tag('half', { at: 'side~1' })
    expect(dataOf(() => tract.deleteBranch('side'))).toEqual({ code: 'branch/unmerged', name: 'side', commits: 1 })
    tract.branch('beside', { from: a, switch: false })
    expect(dataOf(() => tract.deleteBranch('side'))).toEqual({ code: 'branch/unmerged', name: 'side', commits: 1 })
    expect([tract.deleteBranch('side', { force: true }).verb, names(tract)]).toEqual(['deleteBranch', ['main', 'beside']])
  })

  test.each<[string, (tract: Tract) => void]>([
    ['the branch it came from', (tract) => tract.reset('side')],
    ['another branch at its tip', (tract) => tract.branch('other', { from: 'side', switch: false })],
    ['another branch ahead of it', (tract) => tract.branch('other', { from: 'side' }) && tract.user('more') && tract.switch('main')],
    ['a tag', (tract) => tract.tag('kept', { at: 'side' })],
    ['a merge', (tract) => tract.merge('side', { noFf: true })],
    ['a merge of another branch that holds it', (tract) => {
      tract.branch('other', { from: 'side' })
      tract.user('more')
      tract.switch('main')
      tract.user('and here')
      tract.merge('other')
      tract.deleteBranch('other')
    }],
  ])('needs no force where its commits are held by %s', (_name, hold) => {
    const { tract } = spoken()
    using _ = tract
    tract.branch('side')
    tract.user('c')
    tract.switch('main')
    hold(tract)
    tract.deleteBranch('side')
    expect(names(tract)).not.toContain('side')
  })

  test('is not fooled by ORIG_HEAD or by somebody who looks at its tip', () => {
    const { tract, b } = spoken()
    using _ = tract
    tract.branch('side')
    tract.user('c')
    tract.on('main').reset('side')
    tract.on('main').reset(b)
    tract.checkout('ORIG_HEAD')
    expect(dataOf(() => tract.deleteBranch('side'))).toEqual({ code: 'branch/unmerged', name: 'side', commits: 1 })
  })

  test('refuses the branch HEAD is on, with force too, and one that is not there', () => {
    using tract = Tract.open()
    expect(dataOf(() => tract.deleteBranch('main'))).toEqual({ code: 'branch/current', name: 'main' })
    const { hash } = tract.user('a')
    expect([dataOf(() => tract.deleteBranch('main', { force: true })), dataOf(() => tract.deleteBranch('mian'))]).toEqual([{ code: 'branch/current', name: 'main' }, { code: 'branch/not-found', name: 'mian', similar: ['main'] }])
    tract.checkout(hash)
    expect([faultOf(() => tract.deleteBranch('main')), tract.deleteBranch('main', { force: true }).refs, tract.status().head.kind]).toEqual(['branch/unmerged', [{ ref: 'main', before: hash, after: null }], 'detached'])
  })

  test('is taken back by undo; what was said there is there again', () => {
    const { tract } = spoken()
    using _ = tract
    tract.branch('side')
    const { hash } = tract.user('c')
    tract.switch('main')
    tract.deleteBranch('side', { force: true })
    const gone = [names(tract), faultOf(() => tract.on('side'))]
    tract.undo()
    expect([gone, tract.on('side').resolve('HEAD'), tract.workspace.replay().kind]).toEqual([[['main'], 'branch/not-found'], hash, 'same'])
  })
})
