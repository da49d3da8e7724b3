import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { journalOf, journalProblems } from '../../helpers/journalOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
const kinds = (path: string) => journalOf(path).map(({ operation, type, isNote }) => `${operation} ${isNote ? 'note ' : ''}${type}`)

test('every act is one operation: what it did lies together in the journal under one number', () => {
  using folder = tempFolder()
  using tract = Tract.open(folder.file())
  const { messageId } = tract.user('a')
  tract.branch('b')
  tract.annotate([messageId, messageId], 'skip')
  tract.rename('new name')
  tract.switch('b')
  tract.rename('new name')
  tract.undo()
  expect(kinds(folder.file())).toEqual([
    '1 tract_created', '2 commit_created', '3 ref_updated', '3 head_moved', '5 commit_created', '5 commit_created', '7 config_changed', '8 config_changed',
  ])
})

describe('a batch', () => {
  test('is one operation, with the batches in it', () => {
    using folder = tempFolder()
    using tract = Tract.open(folder.file())
    const result = tract.batch(() => {
      tract.user('a')
      tract.batch(() => tract.assistant('b'))
      return tract.compile().messages.length
    })
    expect([result, kinds(folder.file()), tract.undoState().undo?.verb]).toEqual([2, ['1 tract_created', '2 commit_created', '2 commit_created'], 'batch'])
    expect([tract.undo().kind, texts(tract), tract.redo().kind, texts(tract)]).toEqual(['done', [], 'done', ['a', 'b']])
  })

  test('that throws leaves one note and nothing else', () => {
    using folder = tempFolder()
    using tract = Tract.open(folder.file())
    tract.user('a')
    const before = { hash: tract.compile().hash, status: tract.status(), branches: tract.listBranches(), undo: tract.undoState() }
    expect(faultOf(() => tract.batch(() => {
      tract.user('b')
      tract.branch('c')
      tract.rename('x')
      tract.switch('nowhere')
    }))).toBe('branch/not-found')
    expect({ hash: tract.compile().hash, status: tract.status(), branches: tract.listBranches(), undo: tract.undoState() }).toEqual(before)
    expect([kinds(folder.file()), journalOf(folder.file()).at(-1)?.payload]).toEqual([
      ['1 tract_created', '2 commit_created', '3 note batch_rolled_back'], '{"verb":"batch","code":"branch/not-found"}',
    ])
  })

  test('in which an act fails and is caught keeps what came before and after, and tells nothing of it', () => {
    using folder = tempFolder()
    using tract = Tract.open(folder.file())
    const { messageId } = tract.user('a')
    tract.batch(() => {
      tract.user('before')
      expect(faultOf(() => tract.batch(() => {
        tract.user('taken back')
        tract.edit(messageId, 'taken back too')
        tract.as('someone new').user('and their name')
        tract.switch('nowhere')
      }))).toBe('branch/not-found')
      expect(texts(tract)).toEqual(['a', 'before'])
      tract.as('someone else').user('after')
      tract.as('someone new').user('their name again')
      tract.annotate(messageId, 'pinned')
    })
    expect([texts(tract), tract.log().items.slice(1, 3).map(({ author }) => author.id), tract.workspace.verify().kind, tract.workspace.replay().kind]).toEqual([['a', 'before', 'after', 'their name again'], ['someone new', 'someone else'], 'intact', 'same'])
    expect([kinds(folder.file()), journalProblems(journalOf(folder.file()))]).toEqual([
      ['1 tract_created', '2 commit_created', '3 commit_created', '3 commit_created', '3 commit_created', '3 commit_created'], [],
    ])
  })

  test('sees its own work: contexts computed inside and taken back are forgotten', () => {
    using tract = Tract.open()
    const { messageId } = tract.user('a')
    expect(faultOf(() => tract.batch(() => {
      tract.user('b')
      tract.edit(messageId, 'A')
      expect(texts(tract)).toEqual(['A', 'b'])
      tract.switch('nowhere')
    }))).toBe('branch/not-found')
    tract.user('c')
    tract.edit('HEAD', 'C')
    expect([texts(tract), tract.status().messageCount]).toEqual([['a', 'C'], 2])
  })

  test('refuses an async body, takes back what it did, and minds what it throws later', async () => {
    using tract = Tract.open()
    // @ts-expect-error It is refused while you type, too.
    expect(faultOf(() => tract.batch(async () => {
      tract.user('a')
      await Promise.resolve()
      throw new Error('later')
    }))).toBe('batch/async')
    await new Promise((resolve) => setImmediate(resolve))
    expect([texts(tract), tract.undoState().undo]).toEqual([[], null])
  })

  test('over two tracts is an operation on each, and all or nothing', () => {
    using workspace = Workspace.open()
    const [a, b] = [workspace.create({ name: 'a' }), workspace.create({ name: 'b' })]
    a.batch(() => {
      a.user('in a')
      b.user('in b')
    })
    expect(faultOf(() => a.batch(() => {
      b.user('lost')
      a.switch('nowhere')
    }))).toBe('branch/not-found')
    expect([texts(a), texts(b), a.undoState().undo?.verb, b.undoState().undo?.verb]).toEqual([['in a'], ['in b'], 'batch', 'commit'])
    expect([workspace.verify().kind, workspace.replay().kind]).toEqual(['intact', 'same'])
  })
})

test('a refused act leaves one note with its code, and nothing that undo or events would see', async () => {
  using folder = tempFolder()
  using tract = Tract.open(folder.file())
  tract.user('a')
  const since = tract.workspace.lastSeq()
  const refused: readonly [string, () => unknown][] = [
    ['branch/not-found', () => tract.switch('nowhere')],
    ['branch/exists', () => tract.branch('main')],
    ['ref/not-found', () => tract.edit('nowhere', 'x')],
    ['edit/type-mismatch', () => tract.edit('HEAD', { type: 'reasoning', text: 'x' })],
    ['partial/not-found', () => tract.partials.discard('nothing' as never)],
  ]
  expect(refused.map(([, act]) => faultOf(act))).toEqual(refused.map(([code]) => code))
  const notes = journalOf(folder.file()).slice(since)
  expect(notes.map(({ type, payload }) => [type, (JSON.parse(payload ?? '{}') as { code?: string }).code])).toEqual(refused.map(([code]) => ['operation_failed', code]))
  expect([tract.undoState().undo?.verb, tract.workspace.replay().kind, tract.workspace.verify().kind]).toEqual(['commit', 'same', 'intact'])
  tract.user('b')
  const seen: string[] = []
  for await (const event of tract.workspace.events({ since })) {
    seen.push(event.type)
    if (event.type === 'operation.done') break
  }
  expect(seen).toEqual(['commit.added', 'operation.done'])
})

describe.each<[string, () => number]>([
  ['stands', () => 1_700_000_000_000],
  ['goes back', (() => { let now = 1_700_000_000_000; return () => (now -= 3_600_000) })()],
  ['jumps ten years ahead and back', (() => { let calls = 0; return () => 1_700_000_000_000 + (++calls % 3 === 1 ? 315_360_000_000 : 0) })()],
  ['gives no number', () => NaN],
  ['gives parts of a millisecond', (() => { let now = 1_700_000_000_000; return () => (now += 0.0004) })()],
])('with a clock that %s', (_, now) => {
  test('every entry and every commit is later than all before, in every tract', () => {
    using folder = tempFolder()
    using workspace = Workspace.open(folder.file(), { ports: testPorts({ now, after: () => ({ [Symbol.dispose]: () => {} }) }) })
    const tracts = [workspace.create(), workspace.create()]
    for (let i = 0; i < 20; i++) {
      const tract = tracts[i % 2] ?? workspace.create()
      tract.batch(() => [tract.user('same words'), tract.user('same words')])
      if (i % 5 === 4) tract.undo()
    }
    const times = tracts.flatMap((tract) => tract.graph().items.map(({ createdAt }) => createdAt))
    expect([journalProblems(journalOf(folder.file())), new Set(times).size, new Set(tracts.flatMap((tract) => tract.graph().items.map(({ hash }) => hash))).size]).toEqual([[], times.length, times.length])
    for (const tract of tracts) {
      const line = tract.log().items.map(({ createdAt }) => createdAt)
      expect(line).toEqual(line.toSorted((a, b) => b - a))
    }
    expect([workspace.verify().kind, workspace.replay().kind]).toEqual(['intact', 'same'])
  })
})
