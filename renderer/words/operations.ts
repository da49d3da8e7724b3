import type { Author } from '../../core/model/author.ts'
import type { Operation } from '../../core/model/operation.ts'
import { words } from './words.ts'

type Named = Pick<Operation, 'verb' | 'detail' | 'cause'>

/** What an act is called after "Undo" and "Redo". */
export const operationName = ({ verb, detail, cause }: Named): string => (cause.kind === 'direct' ? ownName(verb, detail) : `${cause.kind} of ${aboutName(verb, detail)}`)

/** The same as a line of its own, in the past: "Hide from model", "Undid hide from model". `about` is the act it is about, where that is known. */
export function operationTitle(operation: Named, about: Named | undefined): string {
  const { verb, detail, cause } = operation
  if (cause.kind === 'direct') return capital(ownName(verb, detail))
  return `${turns[cause.kind]} ${about === undefined ? aboutName(verb, detail) : operationName(about)}`
}

/** Who did it. */
export function authorWords({ kind, id }: Author): string {
  if (kind === 'user') return 'you'
  return kind === 'policy' ? `rule ${id}` : id
}

const ownName = (verb: string, detail: string | null): string => details[verb]?.[detail ?? ''] ?? (nameOf(verb)) + (detail === null || !named.has(verb) ? '' : ` ${detail}`)
/** Of an act about another one the detail is that one's verb, unless it brings its own. */
const aboutName = (verb: string, detail: string | null): string => (verb in turns && detail !== null ? nameOf(detail) : ownName(verb, detail))
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const turns = { undo: 'Undid', redo: 'Did again', revert: 'Took back', restore: 'Went back to how it was after' } as const

/** What has a plain and a git name, else the one name there is. */
function nameOf(verb: string): string {
  const { cleanUpAct, purgeAct, mergeAct, rebaseAct, dropMergeAct, refreshMergeAct, decideMergeAct } = words()
  const joins: Readonly<Record<string, string>> = { merge: mergeAct, rebase: rebaseAct, abortMerge: dropMergeAct, refreshMerge: refreshMergeAct, resolveConflict: decideMergeAct, gc: cleanUpAct, purge: purgeAct }
  return joins[verb] ?? names[verb] ?? verb
}

const names: Readonly<Record<string, string>> = {
  annotate: 'keep or hide',
  answer: 'answer',
  ask: 'question aside',
  batch: 'several steps at once',
  branch: 'new branch',
  checkout: 'look at',
  cherryPick: 'picked steps',
  commit: 'message',
  compress: 'compression',
  configure: 'settings of this tract',
  create: 'new tract',
  deleteBranch: 'delete branch',
  draftCompression: 'draft of a summary',
  editCompression: 'change of a draft',
  refreshCompression: 'refresh of a draft',
  rejectCompression: 'rejected draft',
  deleteTag: 'delete tag',
  discard: 'discard of an unfinished answer',
  edit: 'correction',
  erase: 'erase for good',
  expand: 'expanded summary',
  gc: 'clean-up into the trash',
  keep: 'unfinished answer kept',
  purge: 'clean-up for good',
  recordUsage: 'usage of a call made elsewhere',
  recover: 'recovery of an unfinished answer',
  rename: 'new name',
  renameBranch: 'new branch name',
  reset: 'reset to',
  restore: 'restored state',
  revert: 'revert',
  stop: 'stopped answer',
  switch: 'open branch',
  tag: 'new tag',
}
/** Whose detail is a name a person gave. */
const named: ReadonlySet<string> = new Set(['branch', 'switch', 'rename', 'checkout', 'deleteBranch', 'deleteTag', 'merge', 'rebase', 'renameBranch', 'reset', 'tag'])
const details: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  annotate: { pinned: 'keep always', skip: 'hide from model', normal: 'back to normal' },
  commit: { instruction: 'system prompt', system: 'system message', assistant: 'answer', tool_call: 'tool call', tool_result: 'tool result', reasoning: 'reasoning' },
  configure: { budget: 'budget', operations: 'settings of an operation', defaultConfig: 'default settings' },
}
