import type { FoldCommit } from '../../context/source.ts'
import { findEntry } from '../../context/state.ts'
import type { MessageId } from '../../model/ids.ts'
import type { Warning } from '../../model/effect.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import type { Advisory } from './conflicts.ts'
import type { Seen } from './seen.ts'
import type { Side, Sides } from './sides.ts'

/** One side corrected what both had read, the other went on from the old text. */
export function advisoriesOf({ ours, theirs, bases }: Sides, seen: Seen): readonly Advisory[] {
  if (bases.length === 0) return []
  return [...answeredOldText(ours, theirs, seen.byTheirs), ...answeredOldText(theirs, ours, seen.byOurs)]
}

function answeredOldText(editor: Side, other: Side, isSeen: (change: number) => boolean): readonly Advisory[] {
  if (!other.own.some(({ kind }) => kind === 'append')) return []
  const brought = new Set(editor.own.filter(({ kind }) => kind === 'append').map(({ change }) => change))
  const isShared = (commit: FoldCommit) => commit.target !== null && !brought.has(commit.target) && findEntry(other.state, commit.target) !== undefined
  const edited = editor.own.filter((commit) => commit.kind === 'edit' && !isSeen(commit.change) && isShared(commit)).flatMap(({ target }) => target ?? [])
  return edited.length === 0 ? [] : [{ code: 'merge/answered-old-text', messages: [...new Set(edited)] }]
}

const words: { readonly [Code in Advisory['code']]: (count: number) => string } = {
  'merge/answered-old-text': (count) => `${count === 1 ? 'A message was' : `${count} messages were`} corrected on one side; the other side answered the old text.`,
  'merge/pin-beside-summary': () => 'A message was pinned on one side and compressed on the other: it is shown beside its summary.',
}

/** Advisories and what else is worth knowing of a merge, in words. */
export function warningsOf(db: ReadDb, advisories: readonly Advisory[], bases: readonly CommitKey[]): readonly Warning[] {
  const id = (key: CommitKey) => hashOfCommit(db, key) as string as MessageId
  const told = advisories.map(({ code, messages }): Warning => ({ code, text: words[code](messages.length), messages: messages.map(id) }))
  if (bases.length < 2) return told
  return [...told, { code: 'merge/several-bases', text: `The two sides have ${bases.length} newest common ancestors: they were merged both ways before.`, messages: [] }]
}
