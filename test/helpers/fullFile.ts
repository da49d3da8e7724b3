import BetterSqlite3 from 'better-sqlite3'
import { z } from 'zod'
import { type Content, customContentType, pinPolicy, scripted, Workspace } from '../../core/index.ts'
import { quarantined } from '../../core/fsck/quarantined.ts'
import { openDatabase } from '../../core/store/open.ts'
import { rebuildSearchIndex } from '../../core/store/searchIndex.ts'
import { handClock } from './handClock.ts'
import { testPorts } from './testPorts.ts'

/** A content type that the library doesn't have. */
export const recipe = customContentType({
  type: 'recipe', role: 'user', schema: z.strictObject({ title: z.string(), steps: z.array(z.string()) }) as never, render: ({ title }: { readonly title: string }) => title,
} as never)

const kinds: readonly Content[] = [
  { type: 'instruction', text: 'Be brief.' },
  { type: 'dialogue', role: 'user', text: 'What stands in the letter?', name: 'Ada' },
  { type: 'reasoning', text: 'It must be opened first.', signature: 'c2ln' },
  { type: 'tool_call', callId: 'c1', tool: 'open', input: { what: 'letter', page: 1 } },
  { type: 'tool_result', callId: 'c1', tool: 'open', output: { text: 'Dear diary' }, status: 'success' },
  { type: 'artifact', artifactType: 'code', content: 'let a = 1', language: 'ts' },
  { type: 'output', text: '# Done', format: 'markdown' },
  { type: 'freeform', payload: { any: ['thing', 1, true, null] } },
  { type: 'session', sessionType: 'start', summary: 'It begins', decisions: ['go on'], failedApproaches: [], nextSteps: ['look'] },
]

/**
 * A small file that has rows in every table of the format: all content types, corrections, pins, summaries in force and expanded, tags, merges done
 * and waiting, copies, calls, an unfinished answer, one that a crash cut, undo, and a second tract that counts in another encoding, the trash, and what went for good.
 * and waiting, copies, a proposal, calls, an unfinished answer, one that a crash cut, undo, and a second tract that counts in another encoding.
 */
export async function makeFullFile(path: string): Promise<void> {
  using workspace = Workspace.open(path, { ports: testPorts(handClock()), contentTypes: [recipe] })
  const tract = workspace.create({ name: 'full', budget: { maxTokens: 100_000 } })
  const said = kinds.map((content) => tract.commit(content).messageId)
  tract.commit({ type: 'recipe', title: 'Soup', steps: ['boil', 'eat'] } as never, { message: 'a recipe', tags: ['food'], metadata: { from: { book: 7 } } })
  tract.edit(said[1]!, 'What stands in the second letter?')
  tract.annotate(said[5]!, 'pinned', { reason: 'it is the result' })
  tract.annotate(said[2]!, 'skip')
  tract.edit(said[2]!, 'It must not be opened at all.')
  const long = ['one', 'two', 'three'].map((word) => tract.user(`This is the ${word} of three messages that are summed up after a while, when they have been read.`).messageId)
  tract.compress({ messages: long, content: 'Three messages.' })
  tract.tag('v1')
  tract.branch('side')
  const aside = tract.user('Said aside.').messageId
  tract.edit(said[5]!, { type: 'artifact', artifactType: 'code', content: 'let a = 2', language: 'ts' })
  tract.expand(tract.log({ kinds: ['compress'] }).items[0]!.hash)
  tract.switch('main')
  tract.assistant('Said meanwhile.')
  tract.merge('side')
  tract.branch('picks', { from: 'v1' })
  tract.cherryPick([aside])
  tract.user('On top of it.')
  tract.switch('main')
  tract.undo()
  const drafted = ['first', 'second'].map((word) => tract.user(`This is the ${word} of two messages that somebody wants to sum up.`).messageId)
  tract.compress({ messages: drafted, content: 'Two messages.', mustKeep: ['two'], autoCommit: false })
  await askThings(tract)
  makePendingMerge(tract, said[1]!)
  const other = workspace.create({ name: 'other', encoding: 'cl100k_base' })
  other.user('Größe über alles — 数えられない words ✓')
  other.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual' })
  other.assistant('Counted otherwise.')
  other.rename('the other')
  other.configurePolicies([])
  letGo(other)
  workspace.close()
  addTheRest(path)
}

/** Steps gone for good, others in the trash, and an erased text. */
function letGo(tract: AnyTract): void {
  const told = tract.user('To be erased.', { message: 'a note' })
  for (const [name, trashRetentionDays] of [['gone', 0], ['trashed', 30]] as const) {
    tract.branch(name, { from: 'main' })
    tract.user(`Said on the branch ${name}.`)
    tract.switch('main')
    tract.deleteBranch(name, { force: true })
    tract.gc({ orphanRetentionDays: 0, trashRetentionDays })
  }
  tract.erase(told.hash, { reason: 'nobody needs it' })
}

type AnyTract = ReturnType<Workspace['create']>

async function askThings(tract: AnyTract): Promise<void> {
  tract.configureClients({ default: scripted(['An answer.', [{ type: 'text', text: 'Half an' }]]) })
  await tract.chat('A question?', { temperature: 0.25 })
  await tract.chat('Another question?')
}

/** Both sides correct the same message. */
function makePendingMerge(tract: AnyTract, message: string): void {
  tract.branch('theirs', { switch: false })
  tract.edit(message, 'What do we see?')
  tract.on('theirs').edit(message, 'What do they see?')
  const outcome = tract.merge('theirs')
  if (outcome.kind !== 'conflict') throw new Error(`no conflict: ${outcome.kind}`)
  tract.resolveConflict(outcome.pending.conflicts[0]!.id, { take: 'text', text: 'What do all see?' })
}

/** What an answer had brought when the power failed, with a lease that runs on; a row that a repair took out; and a search index. */
function addTheRest(path: string): void {
  const db = openDatabase(path)
  db.write((tx) => rebuildSearchIndex(tx))
  db.close()
  const driver = new BetterSqlite3(path)
  const record = { kind: 'partial', call: 'call-cut', branch: 'main', head: null, respondsTo: null, model: null, config: { values: {}, levels: {} } }
  driver.prepare('insert into reply_buffers values (?, 1, ?, ?, ?)').run('call-cut', 'So far', JSON.stringify(record), Date.now() + 86_400_000)
  driver.prepare('insert into quarantine values (1, ?, ?)').run('payloads', quarantined('payloads', { commit: 99, body: '{}' }))
  driver.pragma('wal_checkpoint(truncate)')
  driver.close()
}
