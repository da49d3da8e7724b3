import { expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import { actsOn } from '../../helpers/acts.ts'
import { handleOf, naiveOf } from '../../helpers/naiveTract.ts'
import { forSeeds } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'
import { getBlob } from '../../../core/store/blobs.ts'

const bob = { kind: 'agent', id: 'bob' } as const

test('a message tells its versions, edits and what a merge settled, and every pin and skip, by whom and when', () => {
  using tract = Tract.open(':memory:', { ports: testPorts() })
  const first = tract.user('a')
  tract.branch('side')
  const theirs = tract.as(bob).edit(first.hash, 'b')
  const hidden = tract.annotate(first.hash, 'skip', { reason: 'private' })
  tract.switch('main')
  const pinned = tract.annotate(first.hash, 'pinned')
  const ours = tract.edit(first.hash, 'c')
  const result = tract.merge('side', { resolver: ({ kind }) => (kind === 'bothEdited' ? { take: 'text', text: 'd' } : { take: 'ours' }) })
  const merge = 'commit' in result ? result.commit : null
  const last = tract.edit(first.hash, 'e')
  const version = (commit: { readonly hash: string; readonly createdAt: number } | null, text: string, more: object = {}) =>
    ({ commit: commit?.hash, content: { type: 'dialogue', role: 'user', text }, author: { kind: 'user', id: 'user' }, createdAt: commit?.createdAt, isCurrent: false, ...more })
  const before = [version(first, 'a'), version(ours, 'c'), version(theirs, 'b', { author: bob })]
  expect([tract.history(first.hash), tract.history(merge === null ? '' : ours.hash)]).toEqual(Array.from({ length: 2 }, () => ({
    messageId: first.hash, versions: [...before, version(merge, 'd'), version(last, 'e', { isCurrent: true })], annotations: [...pinned, ...hidden],
  })))
  tract.undo()
  expect(tract.history(first.hash).versions).toEqual([...before, version(merge, 'd', { isCurrent: true })])
})

test('any version is restored by an edit with its content', () => {
  using tract = Tract.open()
  const { hash } = tract.commit({ type: 'tool_result', callId: 'c', tool: 't', output: { n: [1] }, status: 'success' })
  tract.edit(hash, { type: 'tool_result', callId: 'c', tool: 't', output: 'later', status: 'error' })
  const before = tract.history(hash).versions
  for (const { content } of before) {
    tract.edit(hash, content)
    expect(tract.history(hash).versions.at(-1)).toMatchObject({ content, isCurrent: true })
  }
  expect(tract.history(hash).versions.map(({ content }) => content)).toEqual([...before, ...before].map(({ content }) => content))
})

test('a message of another branch has no versions here, and all of them there', () => {
  using tract = Tract.open()
  tract.user('root')
  tract.branch('side')
  const aside = tract.user('aside')
  tract.edit(aside.hash, 'corrected')
  tract.annotate(aside.hash, 'pinned')
  tract.switch('main')
  expect([tract.history(aside.hash), tract.on('side').history(aside.hash).versions.length]).toEqual([{ messageId: aside.hash, versions: [], annotations: [] }, 2])
})

test('versions and annotations are what the definition gives, for every message of every branch', () => {
  forSeeds(20, (random) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = workspace.create()
    const act = actsOn(tract, random)
    for (let i = 0; i < 70; i++) act()
    const { history, hash, key } = naiveOf(tract)
    const { read } = handleOf(tract).file.db
    for (const { name, commit } of tract.listBranches()) {
      const tip = commit === null ? null : key(commit)
      const line = history.linear(tip)
      for (const { id, text } of history.context(tip).messages) {
        const introduced = line.findIndex(({ kind, change }) => (kind === 'append' || kind === 'compress') && change === id)
        const about = line.slice(introduced).map((one) => ({ ...one, settled: one.resolutions.find(({ message, blob }) => message === id && blob !== undefined)?.blob }))
        const writes = about.filter(({ kind, target, settled }, i) => i === 0 || (kind === 'edit' && target === id) || settled !== undefined)
        const versions = writes.map((one) => ({ commit: one.hash, content: getBlob(read, one.settled ?? one.blob!).content, isCurrent: one.key === text.at }))
        const told = tract.on(name).history(hash(id))
        expect(told.versions.map(({ commit: one, content, isCurrent }) => ({ commit: one, content, isCurrent }))).toEqual(versions)
        expect(told.annotations.map((one) => [one.hash, one.priority])).toEqual(about.filter(({ kind, target }) => kind === 'annotate' && target === id).map((one) => [one.hash, one.priority]))
      }
    }
  })
}, 60_000)
