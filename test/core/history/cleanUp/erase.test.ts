import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { scripted, type Tract, Workspace } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { tempFolder, type TempFolder } from '../../../helpers/tempFolder.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

const secret = 'The code of the safe is zyxomma-4711-qwertzuiop'
const inBytes = (folder: TempFolder, words: readonly string[]): readonly string[] =>
  readdirSync(folder.path).flatMap((name) => words.filter((word) => readFileSync(folder.file(name)).includes(word)).map((word) => `${name}: ${word}`))
const sound = (workspace: Workspace) => expect([workspace.fsck('deep').findings, workspace.verify().kind, workspace.replay().kind]).toEqual([[], 'intact', 'same'])
const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)
const why = (tract: Tract) => tract.compile().excluded.map((one) => one.why.kind)

function hashOf(folder: TempFolder, text: string): string {
  const driver = new BetterSqlite3(folder.file(), { readonly: true })
  const hash = driver.prepare('select lower(hex(hash)) from blobs where text = ?').pluck().get(text) as string
  driver.close()
  return hash
}

function open(path = ':memory:') {
  const workspace = Workspace.open(path, { ports: testPorts(handClock()) })
  return { workspace, tract: workspace.create({ name: 'safe' }) }
}

describe('erase', () => {
  test('is told by the rows of the graph, until a correction says something else', () => {
    const { workspace, tract } = open()
    using _ = workspace
    const told = tract.user(secret)
    tract.erase(told.hash, { reason: 'a secret' })
    tract.edit(told.hash, 'Nothing here')
    const rows = tract.graph().items.map(({ kind, preview, tokens, goneAt }) => ({ kind, preview, tokens, isGone: goneAt !== undefined }))
    expect(rows).toEqual([{ kind: 'edit', preview: 'Nothing here', tokens: expect.any(Number), isGone: false }, { kind: 'append', preview: '', tokens: 0, isGone: true }])
  })

  test('leaves nothing of a message in the file, its log, the index and copies beside it; the hash and all checks stay', () => {
    using folder = tempFolder()
    const { workspace, tract } = open(folder.file())
    using _ = workspace
    tract.user('Hello')
    const told = tract.user(`${secret} first`, { message: 'zyxomma-note', tags: ['zyxomma-tag'] })
    tract.annotate(told.hash, 'pinned', { reason: 'zyxomma-reason' })
    tract.branch('side')
    tract.edit(told.hash, `${secret} second`, { message: 'zyxomma-edit' })
    tract.switch('main')
    tract.edit(told.hash, `${secret} third`)
    const conflict = tract.merge('side')
    if (conflict.kind === 'conflict') tract.resolveConflict(conflict.pending.conflicts[0]!.id, { take: 'text', text: `${secret} fourth` })
    tract.commitMerge()
    for (let i = 0; i < 300; i++) tract.user(`Filler ${i}`)
    tract.search('zyxomma')
    const copy = folder.file('test.tract.v4.bak')
    const driver = new BetterSqlite3(folder.file())
    driver.prepare('vacuum into ?').run(copy)
    driver.close()
    writeFileSync(folder.file('test.tract-wal.bak'), Buffer.concat([Buffer.from(hashOf(folder, `${secret} second`), 'hex'), Buffer.from(`${secret} second`)]))
    writeFileSync(folder.file('test.tract.v3.bak'), 'another')
    const before = inBytes(folder, ['zyxomma']).length
    const preview = tract.previewErase(told.hash)
    const report = tract.erase(told.messageId, { reason: 'it was the code of the safe' })
    expect([before > 1, inBytes(folder, ['zyxomma', '4711', 'qwertzuiop']), existsSync(copy), existsSync(folder.file('test.tract.v3.bak')), report.isGone]).toEqual([true, [], false, true, true])
    expect({ ...report, wasPreview: true, isGone: false, operation: null }).toEqual(preview)
    expect(report.places.map(({ kind }) => kind)).toEqual(['version', 'version', 'version', 'version', 'note', 'note', 'note', 'searchIndex', 'copy', 'copy'].filter((kind) => kind !== 'searchIndex' || report.places.some((place) => place.kind === kind)))
    expect([texts(tract).slice(0, 2), why(tract), tract.show(told.hash).commit.hash, tract.search('zyxomma').items, tract.history(told.hash).versions.map(({ content, goneAt }) => [content, typeof goneAt])]).toEqual([
      ['Hello', 'Filler 0'], ['erased'], told.hash, [], [0, 1, 2, 3].slice(0, tract.history(told.hash).versions.length).map(() => [{ type: 'dialogue', role: 'user', text: '' }, 'number']),
    ])
    sound(workspace)
  })

  test('deletes copies that hold a text which a clean-up took from the file before, and none that only has its words', () => {
    using folder = tempFolder()
    const { workspace, tract } = open(folder.file())
    using _ = workspace
    const [told, long] = [tract.user(secret), tract.user('text')]
    writeFileSync(folder.file('test.tract.v4.bak'), Buffer.from(hashOf(folder, secret), 'hex'))
    writeFileSync(folder.file('test.tract.v3.bak'), 'CREATE TABLE blobs (text text, type text)')
    tract.compress({ messages: [told.hash, long.hash], content: 'A code was told.' })
    tract.gc({ orphanRetentionDays: 0, archiveRetentionDays: 0 })
    const places = [long, told].map(({ hash }) => tract.erase(hash, { reason: 'it is a secret' }).places.map(({ kind }) => kind))
    expect([places, existsSync(folder.file('test.tract.v4.bak')), existsSync(folder.file('test.tract.v3.bak'))]).toEqual([[[], ['copy']], false, true])
    sound(workspace)
  })

  test('is told as an event that names every message which lost a text', async () => {
    const { workspace, tract } = open()
    using _ = workspace
    const [told, twin] = [tract.user(secret), workspace.create({ name: 'other' }).user(secret)]
    tract.user('Hello')
    tract.erase(told.hash, { reason: 'a secret' })
    const erased: string[] = []
    for await (const event of workspace.events({ since: 0 })) {
      if (event.type !== 'storage.changed') continue
      erased.push(...event.erased)
      break
    }
    expect(erased).toEqual([told.messageId, twin.messageId])
  })

  test('takes every message that says exactly the same, lists what contains it and summaries of it, and leaves those', () => {
    const { workspace, tract } = open()
    using _ = workspace
    const other = workspace.create({ name: 'other' })
    const twin = other.user(secret)
    tract.user('Hello')
    const told = tract.user(secret)
    const quoted = tract.assistant(`You said: ${secret}`)
    const long = tract.user('A long message that goes into a summary with the one before it, so that there is something to sum up.')
    const summed = tract.compress({ messages: [told.hash, long.hash], content: ['A code was told.', 'Long.'] })
    const summary = summed.kind === 'compressed' ? summed.commits[0]!.messageId : null
    const report = tract.erase(told.messageId, { reason: 'a secret' })
    expect([report.places.filter(({ kind }) => kind === 'sameText'), report.mentionedIn, report.mentions.map(({ how, preview }) => [how, preview])]).toEqual([
      [{ kind: 'sameText', tract: other.id, tractName: 'other', messageId: twin.messageId, commit: twin.hash }], [summary, quoted.messageId], [['summary', 'A code was told.'], ['contains', `You said: ${secret}`]],
    ])
    expect([texts(other), why(other), texts(tract)]).toEqual([[], ['erased'], ['Hello', 'A code was told.', `You said: ${secret}`, 'Long.']])
    sound(workspace)
  })

  test('lets the message be corrected, and the same text be said again, which brings nothing back', () => {
    const { workspace, tract } = open()
    using _ = workspace
    const told = tract.user(secret)
    tract.assistant('I see.')
    tract.erase(told.hash, { reason: 'a secret' })
    const again = tract.user(secret)
    tract.edit(told.messageId, 'Something else.')
    expect([texts(tract), tract.show(again.hash).content, tract.compile({ at: told.hash }).excluded.map((one) => one.why.kind)]).toEqual([['Something else.', 'I see.', secret], { type: 'dialogue', role: 'user', text: secret }, ['erased']])
    tract.undo()
    expect([texts(tract), why(tract)]).toEqual([['I see.', secret], ['erased']])
    sound(workspace)
  })

  test('allows undo of an edit whose text is gone, and is itself passed over by undo', () => {
    const { workspace, tract } = open()
    using _ = workspace
    const told = tract.user('Harmless')
    tract.edit(told.hash, secret)
    tract.erase(told.hash, { reason: 'a secret' })
    expect([tract.undoState().undo?.verb, tract.undo().kind, texts(tract), why(tract), tract.redo().kind, tract.operations().items.find(({ verb }) => verb === 'erase')?.undoable]).toEqual(['edit', 'done', [], ['erased'], 'done', false])
    sound(workspace)
  })

  test('keeps notes that other steps share, and parts with its own', () => {
    const { workspace, tract } = open()
    using _ = workspace
    const [a, b] = [tract.user(secret, { tags: ['urgent'] }), tract.user('Other', { tags: ['urgent'] })]
    tract.erase(a.hash, { reason: 'a secret' })
    expect([tract.show(a.hash).commit.tags, tract.show(b.hash).commit.tags]).toEqual([[], ['urgent']])
    sound(workspace)
  })

  test('reaches unfinished answers that became the message', async () => {
    using folder = tempFolder()
    const { workspace, tract } = open(folder.file())
    using _ = workspace
    tract.configureClients({ default: scripted([[{ type: 'text', text: 'The code is zyxomma' }], 'and 4711, that is all.']) })
    await tract.chat('What is the code?')
    await tract.partials.resume(tract.partials.list()[0]!.id)
    const answer = tract.compile().messages.at(-1)!
    const report = tract.erase(answer.messageId, { reason: 'a secret' })
    expect([report.places.map(({ kind }) => kind), inBytes(folder, ['zyxomma'])]).toEqual([['version', 'draft'], []])
    sound(workspace)
  })

  test('is seen at once by another handle and another connection, which write on soundly', () => {
    using folder = tempFolder()
    const { workspace, tract } = open(folder.file())
    using _ = workspace
    const told = tract.user(secret)
    tract.user('Next')
    using second = Workspace.open(folder.file(), { ports: testPorts(handClock(Date.UTC(2026, 0, 3)), 'second') })
    const there = second.get(tract.id)
    expect(texts(there)).toEqual([secret, 'Next'])
    tract.erase(told.hash, { reason: 'a secret' })
    there.user('Written elsewhere.')
    expect([texts(there), why(there), texts(tract)]).toEqual([['Next', 'Written elsewhere.'], ['erased'], ['Next', 'Written elsewhere.']])
    sound(second)
  })

  test('says when another connection still reads an older view, and the bytes go when that has ended', () => {
    using folder = tempFolder()
    const { workspace, tract } = open(folder.file())
    const told = tract.user(secret)
    const reader = new BetterSqlite3(folder.file())
    reader.exec('begin')
    reader.prepare('select count(*) from blobs').get()
    const report = tract.erase(told.hash, { reason: 'a secret' })
    reader.exec('commit')
    reader.close()
    workspace.close()
    expect([report.isGone, inBytes(folder, ['zyxomma'])]).toEqual([false, []])
  }, 20_000)

  test('refuses a reason that repeats it, what is no message, and a place in a batch; tells of what can be guessed', () => {
    const { workspace, tract } = open()
    using _ = workspace
    const told = tract.user('1234')
    expect([
      faultOf(() => tract.erase(told.hash, { reason: 'because of 1234' })), faultOf(() => tract.erase('nothing', { reason: 'x' })), faultOf(() => tract.batch(() => tract.erase(told.hash, { reason: 'x' }))),
      faultOf(() => tract.erase(told.hash, {} as never)), tract.previewErase(told.hash).isGuessable, texts(tract),
    ]).toEqual(['input/invalid', 'ref/not-found', 'input/invalid', 'input/invalid', true, ['1234']])
  })
})
