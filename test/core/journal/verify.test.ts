import { describe, expect, test } from 'vitest'
import { Workspace } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { journalOf, meddle, rechain } from '../../helpers/journalOf.ts'
import { tempFolder, type TempFolder } from '../../helpers/tempFolder.ts'

/** A file with two tracts whose acts alternate. */
function makeFile(folder: TempFolder): number {
  using workspace = Workspace.open(folder.file())
  const [a, b] = [workspace.create({ name: 'a' }), workspace.create({ name: 'b' })]
  for (let i = 0; i < 5; i++) {
    a.user(`a${i}`)
    b.user(`b${i}`)
    b.annotate('HEAD', 'pinned')
  }
  a.branch('side')
  a.undo()
  b.configure({ budget: { maxTokens: 100 } })
  return workspace.lastSeq()
}
const unlock = 'drop trigger if exists journal_no_update; drop trigger if exists journal_no_delete; drop trigger if exists commits_no_update; pragma foreign_keys = off;'

function verifyFile(path: string) {
  using workspace = Workspace.open(path)
  return workspace.verify()
}

describe('the journal', () => {
  test.each([
    ['update journal set type = type'],
    ["update journal set payload = '{}' where gseq = 3"],
    ['delete from journal where gseq = 3'],
    ['delete from journal'],
    ['update commits set created_at = 1'],
    ['update commits set hash = zeroblob(32) where id = 1'],
    ["insert or replace into journal select gseq, tract, seq, operation, at, author, is_note, 'usage_recorded', key, before_commit, after_commit, before, after, payload, act, hash from journal where gseq = 3"],
  ])('refuses: %s', (sql) => {
    using folder = tempFolder()
    makeFile(folder)
    const before = journalOf(folder.file())
    expect(() => meddle(folder.file(), sql)).toThrow(/only grows|never change/)
    expect([journalOf(folder.file()), verifyFile(folder.file()).kind]).toEqual([before, 'intact'])
  })

  test('is found intact, with the hash of its last entry', () => {
    using folder = tempFolder()
    const entries = makeFile(folder)
    expect(verifyFile(folder.file())).toEqual({ kind: 'intact', entries, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(verifyFile(folder.file())).toEqual(verifyFile(folder.file()))
  })

  test.each([
    ['another time', 'update journal set at = at + 1 where gseq = 7', 7],
    ['another branch', "update journal set key = 'mine' where gseq = 7", 7],
    ['another commit', 'update journal set after_commit = 1 where gseq = 7', 7],
    ['another author', "insert into authors (kind, name) values ('user', 'not me'); update journal set author = (select max(id) from authors) where gseq = 7", 7],
    ['an author who has another name', "update authors set name = 'not me'", 1],
    ['another tract', 'update journal set tract = 3 - tract where gseq = 7', 7],
    ['another number in its tract', 'update journal set seq = 99 where gseq = 7', 7],
    ['another operation', 'update journal set operation = 6 where gseq = 7', 7],
    ['a note made of a fact', 'update journal set is_note = 1 where gseq = 7', 7],
    ['another name for what was done', 'update journal set act = \'{"verb":"gc"}\' where gseq = 7', 7],
    ['another setting', "update journal set after = '1' where gseq = (select max(gseq) from journal)", null],
    ['an entry less', 'delete from journal where gseq = 7', 7],
    ['its first entry less', 'delete from journal where gseq = 1', 1],
    ['two entries exchanged', 'update journal set gseq = -7 where gseq = 7; update journal set gseq = 7 where gseq = 8; update journal set gseq = 8 where gseq = -7', 7],
    ['an entry with another hash', 'update journal set hash = zeroblob(32) where gseq = 7', 7],
    ['a commit with another hash', 'update commits set hash = zeroblob(32) where id = 1', 3],
  ])('with %s is found broken at that entry', (_, sql, at) => {
    using folder = tempFolder()
    const last = makeFile(folder)
    meddle(folder.file(), unlock + sql)
    expect(verifyFile(folder.file())).toEqual({ kind: 'broken', at: at ?? last, expected: expect.any(String), actual: expect.any(String) })
  })
})

/** Entries changed by somebody who then computed all hashes anew: what is left to see is that numbers and times don't go on as they must. */
test.each([
  ['a number left out of a tract', 'update journal set seq = seq + 1 where tract = 1 and seq >= 4', 9, 'entry 4 of its tract'],
  ['the same number twice in a tract', 'update journal set seq = seq - 1 where tract = 2 and seq >= 3', 5, 'entry 3 of its tract'],
  ['a time that stands', 'update journal set at = (select at from journal where gseq = 8) where gseq = 9', 9, expect.stringMatching(/^a time after \d+$/)],
  ['a time that goes back', 'update journal set at = at - 1000000000 where gseq >= 9', 9, expect.stringMatching(/^a time after \d+$/)],
])('a journal with %s is found broken, though its hashes hold', (_, sql, at, expected) => {
  using folder = tempFolder()
  makeFile(folder)
  meddle(folder.file(), unlock + sql)
  rechain(folder.file())
  expect(verifyFile(folder.file())).toEqual({ kind: 'broken', at, expected, actual: expect.any(String) })
})

test('a long journal is checked in portions, and so is its replay', () => {
  using workspace = Workspace.open()
  const [a, b] = [workspace.create(), workspace.create()]
  a.batch(() => {
    for (let i = 0; i < 1100; i++) (i % 3 === 0 ? b : a).rename(`name ${i}`)
  })
  b.undo()
  expect([workspace.verify(), workspace.replay().kind]).toEqual([{ kind: 'intact', entries: 1103, head: expect.any(String) }, 'same'])
})

test.each([
  ['a branch that points elsewhere', 'update refs set "commit" = 1', ['refs']],
  ['a branch that is gone', "delete from refs where name = 'main'", ['refs']],
  ['another HEAD', "update tracts set head_branch = 'side'", ['tracts']],
  ['another setting', 'update tracts set config = \'{"budget":null}\'', ['tracts']],
  ['an operation less', 'delete from operations where id = 5', ['operations']],
  ['a call nobody made', "insert into calls values ('x', 1, null, '{}')", ['calls']],
])('replay finds %s', (_, sql, keys) => {
  using folder = tempFolder()
  makeFile(folder)
  meddle(folder.file(), `pragma foreign_keys = off; ${sql}`)
  using workspace = Workspace.open(folder.file())
  expect([workspace.replay(), workspace.verify().kind, faultOf(() => workspace.list())]).toEqual([{ kind: 'different', live: expect.any(String), replayed: expect.any(String), keys }, 'intact', 'none'])
})
