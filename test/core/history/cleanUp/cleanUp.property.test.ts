import { expect, test } from 'vitest'
import { type Tract, Workspace } from '../../../../core/index.ts'
import type { ReadDb } from '../../../../core/store/database.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { forSeeds, type Random } from '../../../helpers/random.ts'
import { testPorts } from '../../../helpers/testPorts.ts'
import { runSteps } from '../../../properties/run.ts'
import { handleOf } from '../../../properties/scene.ts'
import { type ProfileName, profiles, randomSteps } from '../../../properties/steps.ts'

const dayMs = 86_400_000
type Entry = { readonly tract: number; readonly at: number; readonly type: string; readonly key: string; readonly before: string | null; readonly after: string | null; readonly afterCommit: number | null }

/** By the definition: what every ref, HEAD and waiting record held at any moment after `since`, followed through the whole journal, with all that it stands on. */
function naiveKept(db: ReadDb, since: number): ReadonlySet<number> {
  const held = new Map<string, readonly number[]>()
  const roots: number[] = []
  const named = (text: string | null) => (text?.match(/\b[0-9a-f]{64}\b/g) ?? []).flatMap((hash) => db.rows<[number]>('select id from commits where hash = ?', Buffer.from(hash, 'hex')).map(([id]) => id))
  for (const { tract, at, type, key, before, after, afterCommit } of db.all<Entry>('select tract, at, type, key, "before", "after", after_commit as afterCommit from journal where is_note = 0 order by gseq')) {
    const kind = /^(commit_created|ref_)/.test(type) ? 'ref' : /^(head|merge|compression|draft)_/.exec(type)?.[1]
    if (kind === undefined) continue
    const place = `${tract} ${kind} ${key}`
    if (at > since) roots.push(...(held.get(place) ?? []), ...(kind === 'ref' ? [] : named(before)))
    held.set(place, kind === 'ref' ? (afterCommit === null ? [] : [afterCommit]) : named(after))
    if (at > since) roots.push(...(held.get(place) ?? []))
  }
  const kept = new Set<number>()
  const waiting = [...roots, ...[...held.values()].flat()]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (kept.has(id)) continue
    kept.add(id)
    for (const [parent, parent2] of db.rows<[number | null, number | null]>('select parent, parent2 from commits where id = ?', id)) waiting.push(...[parent, parent2].filter((one) => one !== null))
  }
  return kept
}

const allThere = (db: ReadDb): readonly number[] => db.rows<[number]>('select id from commits where purged_by is null').map(([id]) => id)
const inTrash = (db: ReadDb): readonly number[] => db.rows<[number]>("select c.id from trash as t cross join json_each(t.record, '$.commits') as r join commits as c on c.id between r.value ->> 0 and r.value ->> 1 order by c.id").map(([id]) => id)
const branchesOf = (workspace: Workspace): readonly Tract[] => workspace.list().flatMap(({ id }) => workspace.get(id).listBranches().filter(({ commit }) => commit !== null).map(({ name }) => workspace.get(id).on(name)))
const compiled = (workspace: Workspace) => branchesOf(workspace).map((tract) => [tract.compile().hash, JSON.stringify(tract.compile().toOpenAI()), tract.status().tokenCount])
const check = (workspace: Workspace) => expect([workspace.fsck('deep').findings, workspace.verify().kind, workspace.replay().kind]).toEqual([[], 'intact', 'same'])
const rough = ({ wasDryRun: _run, isGone: _gone, fileBytes: _bytes, operations: _done, ...report }: ReturnType<Tract['gc']>) => report

function randomFile(random: Random, name: ProfileName) {
  const clock = handClock()
  const workspace = Workspace.open(':memory:', { ports: testPorts(clock) })
  const live = (short: boolean) => runSteps({ workspace, clock, short, turn: () => clock.advance(random.below(4) * dayMs) }, randomSteps(random, profiles[name]))
  return { workspace, clock, live }
}

test.each<ProfileName>(['usual', 'cross', 'pick', 'wrap'])('gc takes exactly what no view of the retention reaches, and changes no context: %s', (name) => {
  const [goes, stays] = [new Set<string>(), new Set<string>()]
  forSeeds(10, (random) => {
    const { workspace, clock, live } = randomFile(random, name)
    using _ = workspace
    for (let part = 0; part < 2; part++) live(true)
    const tract = workspace.get(workspace.list()[0]!.id)
    const db = handleOf(tract).file.db.read
    const orphanRetentionDays = random.pick([0, 3, 10, 30])
    const now = Math.max(clock.now() * 1000, db.get<{ at: number }>('select max(at) as at from journal')?.at ?? 0)
    const since = now - orphanRetentionDays * dayMs * 1000
    const kept = naiveKept(db, since)
    const left = allThere(db).filter((id) => !kept.has(id))
    const before = compiled(workspace)
    const seqs = db.rows<[number]>('select gseq from journal where tract = ? and at > ? and act is not null', handleOf(tract).key, since).map(([seq]) => seq)

    const preview = tract.gc({ orphanRetentionDays, dryRun: true })
    const report = tract.gc({ orphanRetentionDays })
    expect([inTrash(db), rough(report), compiled(workspace)]).toEqual([left, rough(preview), before])
    if (left.length > 0) {
      expect([tract.undo().kind, inTrash(db), tract.redo().kind, inTrash(db)]).toEqual(['done', [], 'done', left])
    }
    const again = tract.gc({ orphanRetentionDays, trashRetentionDays: 0, dryRun: true })
    const emptied = tract.gc({ orphanRetentionDays, trashRetentionDays: 0 })
    expect([rough(emptied), inTrash(db), allThere(db).filter((id) => !kept.has(id)), compiled(workspace)]).toEqual([rough(again), [], [], before])
    for (const seq of seqs) expect(tract.viewAt(seq).seq).toBe(seq)
    check(workspace)
    live(true)
    check(workspace)
    for (const [set, there] of [[goes, left.length], [stays, kept.size]] as const) if (there > 0) set.add(`${orphanRetentionDays}`)
  })
  expect([goes.size > 1, stays.size > 2]).toEqual([true, true])
}, 120_000)

test('erase takes one text out of every context and leaves the rest of them as it was, in any history', () => {
  forSeeds(15, (random) => {
    const { workspace, live } = randomFile(random, random.pick(['usual', 'cross', 'pick', 'wrap']))
    using _ = workspace
    live(true)
    const shown = branchesOf(workspace).flatMap((tract) => tract.compile().messages.map(({ messageId, content }) => ({ tract, messageId, content })))
    if (shown.length === 0) return
    const { tract, messageId } = random.pick(shown)
    const texts = new Set(tract.previewErase(messageId).places.flatMap((place) => (place.kind === 'version' ? [place.commit] : [])).map((commit) => JSON.stringify(tract.show(commit).content)))
    const before = branchesOf(workspace).map((branch) => branch.compile().messages)
    const preview = tract.previewErase(messageId)
    const report = tract.erase(messageId, { reason: 'It is to go.' })
    expect({ ...report, wasPreview: true, isGone: false, operation: null }).toEqual(preview)
    const isGone = (one: (typeof before)[number][number]) => one.messageId === messageId || texts.has(JSON.stringify(one.body))
    expect(branchesOf(workspace).map((branch) => branch.compile().messages.map(({ content, messageId: id }) => [id, content]))).toEqual(before.map((messages) => messages.filter((one) => !isGone(one)).map(({ content, messageId: id }) => [id, content])))
    check(workspace)
    live(true)
    check(workspace)
  })
}, 120_000)
