import type { ResolvedConfig } from '../model/config.ts'
import type { CommitLabels, Content } from '../model/content.ts'
import { withText } from '../model/contentTypes.ts'
import { Fault } from '../model/fault.ts'
import type { MessageId, Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact, type Tx } from '../journal/transact.ts'
import { type Entry, findCovers, type State } from '../context/state.ts'
import { getBlob } from '../store/blobs.ts'
import { type CommitKey, hashOfCommit } from '../store/commits.ts'
import { configOf } from './configOf.ts'
import { noteOf } from './labels.ts'
import { entryOnBranch } from './messageRef.ts'
import { writePosition } from './refs/position.ts'
import { prepareContent } from './prepareContent.ts'
import { writeCommit } from './writeCommit.ts'

export type EditOptions = CommitLabels & {
  /** The settings a model wrote it with. */
  readonly config?: ResolvedConfig | null
}

/**
 * Corrects a message where it stands; the old version stays in history. A string replaces the text and leaves the other fields.
 * Faults: `edit/target-missing`, `edit/type-mismatch`, `content/invalid`, `value/not-json`, `ref/not-found`, `ref/ambiguous`, `head/detached`.
 */
export function edit(tract: TractHandle, target: Ref, to: string | Content, options: EditOptions = {}): CommitKey {
  return transact(tract, { verb: 'edit' }, (tx) => {
    const { branch, tip } = writePosition(tx.db, tract)
    const { state, entry } = entryOnBranch(tx.db, tract, target, branch, tip?.id ?? null)
    const before = getBlob(tx.db, entry.blob).content
    const after = typeof to === 'string' ? withText(before, to, tx.db.types) : to
    const { encoding } = configOf(tract)
    const content = prepareContent(tx.db, after, encoding)
    checkSameKind(before, content.content)
    warnOfSummaries(tx, state, entry)
    return writeCommit(tract, tx, { branch, tip, kind: 'edit', target: entry.message, content, note: noteOf(options), config: options.config ?? null, encoding })
  })
}

function warnOfSummaries(tx: Tx, state: State, { message }: Entry): void {
  const covers = findCovers(state, message)
  if (covers.length === 0) return
  const messages = [message, ...covers.map((summary) => summary.message)].map((key) => hashOfCommit(tx.db, key) as string as MessageId)
  tx.warn({ code: 'edit/covered', text: 'A summary stands for this message: the summary still tells the old text.', messages })
}

/** A correction changes what was said, not what kind of thing it is or who said it. */
function checkSameKind(before: Content, after: Content): void {
  const types = { expected: before.type, actual: after.type }
  if (before.type !== after.type) throw new Fault('edit/type-mismatch', types)
  if (before.type !== 'dialogue' || after.type !== 'dialogue' || before.role === after.role) return
  throw new Fault('edit/type-mismatch', { ...types, roles: { expected: before.role, actual: after.role } })
}
