import { expect, test } from 'vitest'
import { Tract, Workspace } from '../../core/index.ts'
import type { Author } from '../../core/model/author.ts'
import { faultOf } from '../helpers/faultOf.ts'
import { tempFolder } from '../helpers/tempFolder.ts'

test('an author is its kind and its id, whatever else the object that is handed in has', () => {
  using workspace = Workspace.open()
  const detailed = { kind: 'agent', id: 'researcher', model: 'x' } as const
  const commit = workspace.create().as(detailed).user('Found it.')
  expect([commit.author, workspace.fsck('full').findings]).toEqual([{ kind: 'agent', id: 'researcher' }, []])
})

test.each<readonly [string, unknown]>([
  ['a kind there is not', { kind: 'robot', id: 'a' }], ['no id', { kind: 'agent' }], ['an empty id', { kind: 'agent', id: ' ' }], ['a number', 3], ['nothing', null], ['half of a character', { kind: 'user', id: '\udc00' }],
])('%s is refused, before a file is made', (_name, author) => {
  using folder = tempFolder()
  using tract = Tract.open()
  expect([faultOf(() => tract.as(author as Author)), faultOf(() => Workspace.open(folder.file(), { author: author === null ? ('me' as unknown as Author) : (author as Author) }))]).toEqual(['input/invalid', 'input/invalid'])
  expect(faultOf(() => Workspace.open(folder.file(), { ifMissing: 'fail' }))).toBe('file/not-found')
})

test('a date means its whole millisecond: what was made in it is there', () => {
  using tract = Tract.open()
  const commits = Array.from({ length: 40 }, (_, i) => tract.user(`message ${i}`))
  const seen = commits.map(({ createdAt, messageId }) => tract.compile({ at: new Date(createdAt) }).messages.some((message) => message.messageId === messageId))
  expect(seen.every(Boolean)).toBe(true)
})
