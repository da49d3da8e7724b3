import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { type GcReport, type Tract, Workspace } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

const dayMs = 86_400_000
const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
const counts = ({ trashed, purged, archived, rescued, waiting }: GcReport) => [trashed, purged, archived, rescued, waiting].map(({ commits }) => commits)
const sound = (workspace: Workspace) => expect([workspace.fsck('deep').findings, workspace.verify().kind, workspace.replay().kind]).toEqual([[], 'intact', 'same'])
const rough = ({ wasDryRun: _run, isGone: _gone, fileBytes: _file, operations: _done, ...report }: GcReport) => report

/** A tract with a branch that was deleted. */
function leftBehind(path = ':memory:') {
  const clock = handClock()
  const workspace = Workspace.open(path, { ports: testPorts(clock) })
  const tract = workspace.create({ name: 'shoes' })
  tract.user('Hello')
  tract.branch('idea')
  const sandals = tract.user('What about sandals?', { tags: ['idea'] })
  const answer = tract.assistant('Sandals are shoes too.')
  tract.switch('main')
  tract.deleteBranch('idea', { force: true })
  /** Somebody looks in once a day. */
  const live = (days: number) => {
    for (let day = 0; day < days; day++) {
      clock.advance(dayMs)
      tract.configure({ budget: { maxTokens: 1000 + (day % 2) } })
    }
  }
  return { clock, workspace, tract, sandals, answer, live, [Symbol.dispose]: () => workspace.close() }
}

describe('gc', () => {
  test('keeps what a ref held within the retention and says so; after it, puts it into the trash, from which undo brings it back', () => {
    using scene = leftBehind()
    const { tract, live, workspace } = scene
    live(29)
    const early = tract.gc({ dryRun: true })
    expect([counts(early), early.kept.map(({ because, commits, messages }) => [because.kind, 'ref' in because && because.ref, commits, messages])]).toEqual([[0, 0, 0, 0, 0], [['recent', 'idea', 2, 2]]])
    live(2)
    const preview = tract.gc({ dryRun: true })
    const report = tract.gc()
    expect([rough(report), counts(report), report.trashed.items.map(({ preview: text, tractName }) => [tractName, text]), report.operations.length]).toEqual([
      rough(preview), [2, 0, 0, 0, 2], [['shoes', 'Sandals are shoes too.'], ['shoes', 'What about sandals?']], 1,
    ])
    expect([tract.undoState().undo?.verb, tract.undo().kind, counts(tract.gc({ dryRun: true })), tract.redo().kind, counts(tract.gc({ dryRun: true }))]).toEqual(['gc', 'done', [2, 0, 0, 0, 2], 'done', [0, 0, 0, 0, 2]])
    sound(workspace)
  })

  test('empties the trash only after its days, as the file saw them pass: a clock that jumps removes nothing', () => {
    using scene = leftBehind()
    const { tract, live, workspace, clock, sandals } = scene
    clock.advance(40 * dayMs)
    const first = tract.gc()
    clock.advance(3650 * dayMs)
    tract.user('Ten years later.')
    clock.advance(-3650 * dayMs)
    const jumped = tract.gc()
    expect([counts(first), counts(jumped), tract.show(sandals.hash).content]).toEqual([[2, 0, 0, 0, 2], [0, 0, 0, 0, 2], { type: 'dialogue', role: 'user', text: 'What about sandals?' }])
    live(3700)
    const last = tract.gc()
    expect([counts(last), last.removedCommits, last.freedBytes > 0, faultOf(() => tract.show(sandals.hash)), faultOf(() => tract.branch('again', { from: sandals.hash }))]).toEqual([[0, 2, 0, 0, 0], 2, true, 'object/erased', 'object/erased'])
    sound(workspace)
  })

  test('takes out of the trash what something leads to again, and lets nothing go under it', () => {
    using scene = leftBehind()
    const { tract, answer, sandals, workspace } = scene
    tract.gc({ orphanRetentionDays: 0 })
    tract.branch('again', { from: sandals.hash })
    tract.user('On top of it.')
    const report = tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 })
    expect([counts(report), faultOf(() => tract.show(answer.hash)), texts(tract)]).toEqual([[0, 1, 0, 1, 0], 'object/erased', ['Hello', 'What about sandals?', 'On top of it.']])
    sound(workspace)
  })

  test('refuses undo, redo, revert, restore and the view of a time that need what it removed, and names itself', () => {
    using scene = leftBehind()
    const { tract, workspace } = scene
    const said = tract.operations().items.find(({ verb, refs }) => verb === 'commit' && refs.some(({ ref }) => ref === 'idea'))
    const report = tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 })
    const purge = report.operations.at(-1)
    const back = tract.operations().items.filter(({ verb }) => verb === 'deleteBranch')[0]
    const seq = said?.seq ?? 0
    expect([
      report.operations.length, faultOf(() => tract.undo()), faultOf(() => tract.revert(back!.id)), faultOf(() => tract.restore(said!.id)), faultOf(() => tract.viewAt(seq)),
    ]).toEqual([2, 'undo/purged', 'undo/purged', 'undo/purged', 'undo/purged'])
    expect(() => tract.undo()).toThrow(expect.objectContaining({ data: { by: purge, at: expect.any(Number) as number } }))
    sound(workspace)
  })

  test('says when another connection still reads an older view', () => {
    using folder = tempFolder()
    using scene = leftBehind(folder.file())
    const { tract } = scene
    const reader = new BetterSqlite3(folder.file())
    reader.exec('begin')
    reader.prepare('select count(*) from blobs').get()
    const due = { orphanRetentionDays: 0, trashRetentionDays: 0 }
    const report = tract.gc(due)
    reader.exec('commit')
    reader.close()
    expect([report.removedCommits, report.isGone, tract.gc({ ...due, dryRun: true }).isGone, tract.gc(due).isGone]).toEqual([2, false, false, true])
  }, 20_000)

  test('refuses to bring back a draft whose summary it took, and names itself', () => {
    using scene = leftBehind()
    const { tract, workspace } = scene
    const [first, second] = [tract.user('The first of two long messages.'), tract.user('The second of two long messages.')]
    const draft = tract.compress({ messages: [first.hash, second.hash], content: 'Two long ones.', autoCommit: false })
    tract.approveCompression(draft.id)
    tract.undo()
    const rejected = tract.rejectCompression(draft.id)
    const report = tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 })
    expect([faultOf(() => tract.revert(rejected.id)), faultOf(() => tract.undo()), tract.listCompressionDrafts()]).toEqual(['undo/purged', 'undo/purged', []])
    expect(() => tract.revert(rejected.id)).toThrow(expect.objectContaining({ data: { by: report.operations.at(-1), at: expect.any(Number) as number } }))
    sound(workspace)
  })

  test('lets nothing go for good when an agent asks, or a person asks not to', () => {
    using scene = leftBehind()
    const { tract, sandals } = scene
    const asked = { orphanRetentionDays: 0, trashRetentionDays: 0 }
    const reports = [tract.as('keeper').gc(asked), tract.gc({ ...asked, purge: false })]
    expect([reports.map((report) => [report.purges, ...counts(report)]), tract.show(sandals.hash).commit.hash]).toEqual([[[false, 2, 0, 0, 0, 2], [false, 0, 0, 0, 0, 2]], sandals.hash])
  })

  test('stands alone, wants a sound file and days that are numbers, and only reports on a file opened for reading', () => {
    using folder = tempFolder()
    using scene = leftBehind(folder.file())
    const { tract, workspace } = scene
    expect([faultOf(() => tract.batch(() => tract.gc())), faultOf(() => tract.dryRun(() => tract.gc())), faultOf(() => tract.gc({ orphanRetentionDays: -1 })), faultOf(() => tract.gc({ archiveRetentionDays: 'soon' as never }))]).toEqual([
      'input/invalid', 'input/invalid', 'input/invalid', 'input/invalid',
    ])
    using reader = Workspace.open(folder.file(), { access: 'read' })
    const read = reader.get(tract.id)
    expect([counts(read.gc({ orphanRetentionDays: 0, dryRun: true })), faultOf(() => read.gc({ orphanRetentionDays: 0 })), faultOf(() => read.erase('HEAD', { reason: 'no' }))]).toEqual([[2, 0, 0, 0, 2], 'file/read-only', 'file/read-only'])
    workspace.close()
  })

  test('gives the room of what it removed back to the disk, and keeps what a copy and a shared text need', () => {
    using folder = tempFolder()
    using scene = leftBehind(folder.file())
    const { tract, workspace, sandals } = scene
    tract.branch('long', { from: 'main' })
    for (let i = 0; i < 300; i++) tract.user(`${i} ${'a long message that takes its room '.repeat(40)}`)
    tract.switch('main')
    tract.branch('kept', { from: 'main' })
    tract.cherryPick([sandals.hash])
    tract.user('0 '.concat('a long message that takes its room '.repeat(40)))
    const kept = texts(tract)
    tract.deleteBranch('long', { force: true })
    const report = tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 })
    const { before, after } = report.fileBytes
    expect([report.removedCommits, texts(tract), (before ?? 0) - (after ?? 0) > report.freedBytes * 0.8, report.freedBytes > 300 * 1000]).toEqual([302, kept, true, true])
    tract.edit(sandals.messageId, 'What about clogs?')
    expect(texts(tract)).toEqual(['Hello', 'What about clogs?', kept[2]])
    sound(workspace)
  })
})

describe('gc of what summaries stand for', () => {
  function summed(path = ':memory:') {
    const scene = leftBehind(path)
    const { tract } = scene
    const said = ['The first of three long messages.', 'The second of three long messages.', 'Shared words.'].map((text) => tract.user(text))
    tract.user('Shared words.')
    const result = tract.compress({ messages: said.map(({ hash }) => hash), content: 'Three messages.' })
    return { ...scene, said, summary: result.kind === 'compressed' ? result.commits[0]! : undefined }
  }

  test('takes the texts that no view within the retention shows, and lists them as erased when the summary is expanded', () => {
    using scene = summed()
    const { tract, workspace, live, said, summary } = scene
    live(20)
    const early = tract.gc({ archiveRetentionDays: 10 })
    live(20)
    const before = [texts(tract), tract.status().tokenCount]
    const preview = tract.gc({ archiveRetentionDays: 10, dryRun: true })
    const report = tract.gc({ archiveRetentionDays: 10 })
    expect([early.purgedMessages, rough(report), report.purgedMessages, report.archived.items.map(({ commit }) => commit).toSorted(), [texts(tract), tract.status().tokenCount]]).toEqual([
      0, rough(preview), 2, [said[0]!.hash, said[1]!.hash].toSorted(), before,
    ])
    expect(tract.dryRun(() => tract.expand(summary!.hash)).effect.warnings.map(({ code, messages }) => [code, messages])).toEqual([['expand/gone', [said[0]!.messageId, said[1]!.messageId]]])
    tract.expand(summary!.hash)
    expect([texts(tract), tract.compile().excluded.map(({ why, tokens }) => [why.kind, tokens])]).toEqual([['Hello', 'Shared words.', 'Shared words.'], [['expanded', 7], ['erased', 0], ['erased', 0]]])
    sound(workspace)
  })

  test('keeps them while one branch shows them, while they are pinned, and without being asked', () => {
    using scene = summed()
    const { tract, live, said } = scene
    tract.branch('shown', { from: said[0]!.hash })
    tract.switch('main')
    tract.annotate(said[1]!.hash, 'pinned')
    live(100)
    expect([tract.gc({ dryRun: true }).purgedMessages, tract.gc({ archiveRetentionDays: 1, dryRun: true }).archived.items]).toEqual([0, []])
  })
})

describe('what was purged elsewhere', () => {
  test('a copy of a summary brings the summaries nested in it, though their own commits went for good', () => {
    const clock = handClock()
    using workspace = Workspace.open(':memory:', { ports: testPorts(clock) })
    const tract = workspace.create()
    const said = ['one', 'two', 'three'].map((word) => tract.user(`This is the ${word} of three messages that are to be summed up by and by.`))
    tract.branch('first')
    const inner = tract.compress({ messages: [said[0]!.hash, said[1]!.hash], content: 'One and two, summed up.' })
    const innerHash = inner.kind === 'compressed' ? inner.commits[0]!.hash : ''
    tract.switch('main')
    tract.branch('second')
    tract.cherryPick([innerHash])
    const outer = tract.compress({ content: 'All three.' })
    tract.switch('main')
    tract.deleteBranch('first', { force: true })
    tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 })
    expect(faultOf(() => tract.show(innerHash))).toBe('object/erased')
    tract.cherryPick([outer.kind === 'compressed' ? outer.commits[0]!.hash : ''], { onIssue: () => 'skip' } as never)
    expect([texts(tract), tract.on('second').compile().messages.map(({ content }) => content)]).toEqual([['All three.'], ['All three.']])
    sound(workspace)
  })

  test('a message whose text is erased can be picked neither as itself nor as a copy', () => {
    using workspace = Workspace.open(':memory:', { ports: testPorts(handClock()) })
    const tract = workspace.create()
    tract.user('Hello')
    tract.branch('side')
    const told = tract.user('A secret that goes.')
    tract.switch('main')
    tract.erase(told.hash, { reason: 'no more' })
    expect([faultOf(() => tract.cherryPick([told.hash])), faultOf(() => tract.cherryPick([told.hash], { asCopy: true })), texts(tract)]).toEqual(['object/erased', 'object/erased', ['Hello']])
  })
})
