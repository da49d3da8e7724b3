import { describe, expect, test } from 'vitest'
import { toolbox } from '../../../../core/capabilities/toolbox.ts'
import { scripted, type Tract as TractType } from '../../../../core/index.ts'
import { fsck } from '../../../../core/fsck/fsck.ts'
import { quarantined } from '../../../../core/fsck/quarantined.ts'
import { createTract } from '../../../../core/history/tractVerbs.ts'
import { openWorkspaceOf, type TractHandle } from '../../../../core/journal/openWorkspace.ts'
import { replay } from '../../../../core/journal/replay.ts'
import { verify } from '../../../../core/journal/verify.ts'
import { propose } from '../../../../core/proposals/propose.ts'
import { putInQuarantine } from '../../../../core/store/fsckRepair.ts'
import { openDatabase } from '../../../../core/store/open.ts'
import { workspaceId } from '../../../../core/store/workspaceRow.ts'
import { Tract } from '../../../../core/tract.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

type Scene = Disposable & { readonly tract: TractType; readonly handle: TractHandle }

function scene(): Scene {
  const file = openWorkspaceOf(openDatabase(':memory:', { ifMissing: 'create' }), testPorts(handClock()))
  workspaceId(file.db, file.ports)
  const handle = createTract(file, { kind: 'user', id: 'ann' }, { name: 'safe' })
  return { tract: new Tract(handle), handle, [Symbol.dispose]: () => file.db.close() }
}
const secret = 'The code of the safe is zyxomma-4711-qwertzuiop'
const sound = ({ handle: { file: { db } } }: Scene) => expect([fsck(db, 'deep').findings, verify(db.read).kind, replay(db).kind]).toEqual([[], 'intact', 'same'])
/** In how many texts a word stands. */
const stored = ({ handle }: Scene, word: string) => handle.file.db.read.get<{ n: number }>('select count(*) as n from blobs where instr(text, ?) > 0 or instr(rest, ?) > 0', word, word)?.n

/** What an orchestrator wants to do, which nobody decided yet. */
const proposed = ({ handle }: Scene, reasoning = 'because') =>
  propose({ ...handle, author: { kind: 'orchestrator', id: 'o' } }, toolbox, { tool: 'annotate', args: { targets: ['HEAD'], priority: 'pinned' }, reasoning }).proposal

/** A merge that waits because both sides corrected the same message; gives that. */
function conflicting(tract: TractType) {
  const { messageId } = tract.user('Harmless')
  tract.branch('side')
  tract.edit(messageId, 'Theirs')
  tract.switch('main')
  tract.edit(messageId, 'Ours')
  tract.merge('side')
  return messageId
}

describe('erasing a text that records hold', () => {
  test('tells of each that repeats it, though no step holds it: a draft of a summary, a proposal, an unfinished answer, and what a running answer has brought', async () => {
    using at = scene()
    const { tract, handle } = at
    const told = tract.user(secret)
    const long = tract.user('A long message that goes into a summary with the one before it, so that there is something to sum up.')
    tract.compress({ messages: [told.hash, long.hash], content: `Draft: ${secret}`, autoCommit: false })
    proposed(at, `It says: ${secret}`)
    tract.configureClients({ default: scripted([[{ type: 'text', text: `Answer: ${secret}` }]]) })
    await tract.chat('What is the code?')
    handle.file.db.write((db) => db.run("insert into reply_buffers (call, tract, text, record, lease_until) values ('call', ?, ?, '{}', 0)", handle.key, `Running: ${secret}`))
    const { mentions, mentionedIn } = tract.previewErase(told.hash)
    expect([mentions.map(({ preview, ...mention }) => [mention, /(Draft|It says|Answer|Running): The code/.exec(preview)?.[1]]), mentionedIn]).toEqual([
      ['Answer', 'It says', 'Draft', 'Running'].map((where) => [{ tract: tract.id, tractName: 'safe', messageId: null, how: 'contains' }, where]), [],
    ])
  })

  test('takes every answer to a conflict about the message; a waiting one is undecided again, also when the same is said elsewhere, until it is answered anew', () => {
    using at = scene()
    const { tract } = at
    const told = conflicting(tract)
    const answer = (text: string) => tract.resolveConflict(tract.findPendingMerge()!.conflicts[0]!.id, { take: 'text', text })
    answer(`${secret} first`)
    answer(secret)
    expect(tract.erase(told, { reason: 'a secret' }).places.filter(({ kind }) => kind === 'draft').length).toBe(2)
    expect([stored(at, 'zyxomma'), tract.findPendingMerge()?.conflicts[0]?.resolution, faultOf(() => tract.commitMerge())]).toEqual([0, null, 'merge/unresolved'])
    tract.branch('aside')
    tract.user(secret)
    tract.switch('main')
    expect([tract.findPendingMerge()?.conflicts[0]?.resolution, faultOf(() => tract.commitMerge())]).toEqual([null, 'merge/unresolved'])
    answer('Nothing here')
    tract.commitMerge()
    expect(tract.compile().messages.map(({ content }) => content)).toEqual(['Nothing here'])
    sound(at)
  })

  test('takes the answers that were changed before the merge was written, and undo of the merge brings none back', () => {
    using at = scene()
    const { tract } = at
    const told = conflicting(tract)
    for (const text of [`${secret} first`, secret]) tract.resolveConflict(tract.findPendingMerge()!.conflicts[0]!.id, { take: 'text', text })
    tract.commitMerge()
    tract.erase(told, { reason: 'a secret' })
    expect([stored(at, 'zyxomma'), tract.undo().kind, tract.findPendingMerge()?.conflicts[0]?.resolution]).toEqual([0, 'done', null])
    sound(at)
  })

  test('takes the earlier stages of an unfinished answer that was kept as it was', async () => {
    using at = scene()
    const { tract } = at
    tract.configureClients({ default: scripted([[{ type: 'text', text: 'The code is zyxomma' }], [{ type: 'text', text: ' and 4711' }], [{ type: 'text', text: ', that' }]]) })
    await tract.chat('What is the code?')
    for (const _ of [1, 2]) await tract.partials.resume(tract.partials.list()[0]!.id)
    const kept = tract.partials.keep(tract.partials.list()[0]!.id)
    expect([tract.erase(kept.hash, { reason: 'a secret' }).places.map(({ kind }) => kind), stored(at, 'zyxomma')]).toEqual([['version', 'note', 'draft', 'draft'], 0])
    sound(at)
  })

  test('keeps its own reason, and one that a rejected proposal gives, though a step about the message says the same', () => {
    using at = scene()
    const { tract } = at
    const [first, second] = [tract.user(secret), tract.user('Another')]
    tract.annotate(first.hash, 'skip', { reason: 'a secret' })
    tract.annotate(second.hash, 'skip', { reason: 'not now' })
    const { id } = proposed(at)
    tract.proposals.reject(id, { reason: 'not now' })
    tract.erase(first.hash, { reason: 'a secret' })
    tract.erase(second.hash, { reason: 'over' })
    expect([stored(at, '"a secret"'), tract.proposals.get(id).state, tract.history(second.hash).annotations.map(({ reason }) => reason ?? null)]).toMatchObject([1, { kind: 'rejected', reason: 'not now' }, [null]])
    sound(at)
  })

  test('gc keeps the words of decided proposals, though only a step that goes says the same', () => {
    using at = scene()
    const { tract } = at
    const said = tract.user('Hello')
    const { id } = proposed(at)
    tract.proposals.reject(id, { reason: 'not now' })
    tract.branch('side')
    tract.annotate(said.hash, 'pinned', { reason: 'not now' })
    tract.switch('main')
    tract.deleteBranch('side', { force: true })
    expect([tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 }).removedCommits, tract.proposals.get(id).state]).toMatchObject([1, { kind: 'rejected', reason: 'not now' }])
    sound(at)
  })

  test('takes rows that a repair set aside with just this text, and tells of them; a short word that stands in others takes none of those', () => {
    using at = scene()
    const { tract, handle } = at
    const { db } = handle.file
    const buffer = (text: string) => quarantined('reply_buffers', { call: 'c', tract: handle.key, text, record: JSON.stringify({ branch: 'main' }), lease_until: 0 })
    for (const row of [buffer('main'), buffer('The main thing'), buffer('Other')]) db.write((tx) => putInQuarantine(tx, 'reply_buffers', row))
    const told = tract.user('main')
    const { places, mentions } = tract.erase(told.hash, { reason: 'a slip' })
    expect([places.filter(({ kind }) => kind === 'setAside'), mentions.map(({ preview }) => preview), db.read.rows('select "row" ->> \'$.columns.text\' from quarantine order by id').flat()]).toEqual([
      [{ kind: 'setAside', tract: tract.id, tractName: 'safe', bytes: 4 }], ['The main thing'], ['The main thing', 'Other'],
    ])
    sound(at)
  })
})
