import { describe, expect, test } from 'vitest'
import { changeMerge, type MergeRecord } from '../../../core/history/merge/pendingRecord.ts'
import { createTract } from '../../../core/history/tractVerbs.ts'
import { type OpenWorkspace, openWorkspaceOf, type TractHandle } from '../../../core/journal/openWorkspace.ts'
import { transact } from '../../../core/journal/transact.ts'
import { asMergeId, type CommitHash, type ConflictId } from '../../../core/model/ids.ts'
import { openDatabase } from '../../../core/store/open.ts'
import { listMerges } from '../../../core/store/waitingRecords.ts'
import { Tract } from '../../../core/tract.ts'
import { Workspace } from '../../../core/workspace.ts'
import { tempFolder, type TempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** Two questions about two messages, between `main` and `theirs`; one is answered, and the merge waits on `main`. */
function waitingIn(folder: TempFolder): { readonly file: OpenWorkspace; readonly handle: TractHandle; readonly tract: Tract } {
  const file = openWorkspaceOf(openDatabase(folder.file()), testPorts())
  const handle = createTract(file, { kind: 'user', id: 'ada' }, { name: 'waiting' })
  const tract = new Tract(handle)
  const messages = ['one', 'two'].map((text) => tract.user(text).messageId)
  tract.branch('theirs', { switch: false })
  for (const message of messages) for (const branch of ['main', 'theirs']) tract.on(branch).edit(message, `as ${branch} says it`)
  tract.merge('theirs')
  tract.resolveConflict(tract.findPendingMerge()!.conflicts[0]!.id, { take: 'theirs' })
  return { file, handle, tract }
}

/** Writes a record into the file as an act of its own: the journal tells of it, and nothing but the record is wrong. */
function plant({ file, handle }: { readonly file: OpenWorkspace; readonly handle: TractHandle }, patch: (record: MergeRecord) => MergeRecord, as?: string): void {
  const [row] = listMerges(file.db.read, handle.key)
  const record = JSON.parse(row!.record) as MergeRecord
  const isNew = as !== undefined
  transact(handle, { verb: 'merge' }, (tx) => changeMerge(tx, asMergeId(isNew ? as : row!.id), isNew ? null : record, patch(record)))
}

const gone = 'f'.repeat(64) as CommitHash
const second = 'merge_ffffffffffffffffffffffff'
const loose = 'text-ffffffffffffffff' as ConflictId

describe('a waiting merge that the journal itself tells of, and that can not be, is told; a repaired copy is without it', () => {
  test.each<[string, string, (waiting: ReturnType<typeof waitingIn>) => void, object]>([
    ['waits on a branch that is not there', 'I-76', (waiting) => plant(waiting, (record) => ({ ...record, into: 'gone' })), { waits: null, quarantined: 1 }],
    ['is of a commit that is not there', 'I-77', (waiting) => plant(waiting, (record) => ({ ...record, theirs: gone })), { waits: null, quarantined: 1 }],
    ['waits where another one waits already', 'I-78', (waiting) => plant(waiting, (record) => record, second), { waits: 'theirs, 1 answer', quarantined: 1 }],
    ['has an answer to what is no question', 'I-79', (waiting) => plant(waiting, (record) => ({ ...record, answers: { ...record.answers, [loose]: Object.values(record.answers)[0]! } })), { waits: 'theirs, 1 answer', quarantined: 1 }],
    ['has no answers at all', 'I-79', (waiting) => plant(waiting, (record) => ({ ...record, answers: null as never })), { waits: 'theirs, 0 answers', quarantined: 1 }],
  ])('it %s: %s', async (_, code, spoil, expected) => {
    using folder = tempFolder()
    const waiting = waitingIn(folder)
    spoil(waiting)
    waiting.file.db.close()
    using workspace = Workspace.open(folder.file())
    const { findings } = workspace.fsck('deep')
    const report = await workspace.repairCopy(folder.file('repaired.tract'))
    using repaired = Workspace.open(folder.file('repaired.tract'))
    const pending = repaired.get('waiting').findPendingMerge()
    const answers = pending?.conflicts.filter(({ resolution }) => resolution !== null).length ?? 0
    expect({
      found: findings.map((finding) => finding.code), repaired: report.repaired.map((finding) => finding.code), left: report.left, quarantined: report.quarantined, after: repaired.fsck('deep').findings,
      waits: pending && `${pending.branch}, ${answers} answer${answers === 1 ? '' : 's'}`, chain: repaired.verify().kind, replay: repaired.replay().kind,
      told: repaired.get('waiting').operations({ limit: 1 }).items.map(({ verb, detail, author }) => `${author.id}: ${verb} ${detail}`),
    }).toEqual({ found: [code], repaired: [code], left: [], after: [], chain: 'intact', replay: 'same', told: [`fsck: repair ${code}`], ...expected })
  })

  test('a sound one beside a broken one on its branch stays with its answers, and can be finished', async () => {
    using folder = tempFolder()
    const waiting = waitingIn(folder)
    plant(waiting, (record) => ({ ...record, theirs: gone }), 'merge_000000000000000000000000')
    waiting.file.db.close()
    using workspace = Workspace.open(folder.file())
    const report = await workspace.repairCopy(folder.file('repaired.tract'))
    using repaired = Workspace.open(folder.file('repaired.tract'))
    const tract = repaired.get('waiting')
    tract.resolveConflict(tract.findPendingMerge()!.conflicts[1]!.id, { take: 'ours' })
    tract.commitMerge()
    expect([report.repaired.map(({ code }) => code), tract.compile().messages.map(({ content }) => content), repaired.fsck('deep').findings]).toEqual([['I-77'], ['as theirs says it', 'as main says it'], []])
  })
})

test('whatever is asked, answers to real questions are sound: texts, priorities, a skip against a correction, summaries', () => {
  using workspace = Workspace.open(':memory:', { ports: testPorts() })
  const tract = workspace.create()
  const said = ['one of them', 'two of them', 'three of them', 'four of them, which is longer', 'five of them, which is longer still'].map((text) => tract.user(text).messageId)
  tract.branch('theirs', { switch: false })
  tract.branch('picks', { switch: false })
  const copied = tract.on('picks').user('six, which is copied').messageId
  for (const branch of ['main', 'theirs']) {
    const side = tract.on(branch)
    side.cherryPick([copied])
    side.edit(copied, `six, as ${branch} says it`)
    side.edit(said[0]!, `one, as ${branch} says it`)
    side.annotate(said[1]!, branch === 'main' ? 'pinned' : 'skip')
    if (branch === 'main') side.edit(said[2]!, 'three, corrected')
    else side.annotate(said[2]!, 'skip')
    side.compress({ messages: [said[3]!, said[4]!], content: `as ${branch} sums it up` })
  }
  const result = tract.merge('theirs')
  const conflicts = result.kind === 'conflict' ? result.pending.conflicts : []
  for (const { id, kind } of conflicts) tract.resolveConflict(id, kind === 'bothEdited' ? { take: 'text', text: 'by hand' } : kind === 'bothCompressed' ? { take: 'both' } : { take: 'base' })
  const before = workspace.fsck('full').findings
  tract.renameBranch('main', 'trunk')
  tract.reset('HEAD~1')
  expect([conflicts.map(({ id }) => id.slice(0, 4)).toSorted((a, b) => a.localeCompare(b)), before, workspace.fsck('full').findings]).toEqual([['prio', 'skip', 'summ', 'text', 'text'], [], []])
})
