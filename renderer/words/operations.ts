import type { Author } from '../../core/model/author.ts'
import type { Priority } from '../../core/model/content.ts'
import type { Operation } from '../../core/model/operation.ts'
import { counted } from './numbers.ts'
import { words } from './words.ts'
import type { WordKey } from './words.ts'

type Named = Pick<Operation, 'verb' | 'detail' | 'cause' | 'commits'>

/** What an act is called after "Undo" and "Redo": "hide 4 steps". */
export const operationName = (operation: Named): string => (operation.cause.kind === 'direct' ? ownName(operation) : `${turnOf(operation.cause.kind)} ${aboutName(operation)}`)

/** The same as a line of its own, in the past: "Hide from model", "Undid hide from model". `about` is the act it is about, where that is known. */
export function operationTitle(operation: Named, about: Named | undefined): string {
  if (operation.cause.kind === 'direct') return capital(ownName(operation))
  return `${turns[operation.cause.kind]} ${about === undefined ? aboutName(operation) : operationName(about)}`
}

/** Who did it. */
export function authorWords({ kind, id }: Author): string {
  if (kind === 'user') return 'you'
  return kind === 'policy' ? `rule ${id}` : id
}

/** What setting a message to it is called. */
export const priorityWords = (to: Priority): string => words()[priorityNames[to].one]

function ownName({ verb, detail, commits }: Pick<Named, 'verb' | 'detail' | 'commits'>): string {
  if (verb === 'annotate' && isPriority(detail)) return commits > 1 ? countedName(detail, commits) : priorityWords(detail)
  return details[verb]?.[detail ?? ''] ?? nameOf(verb) + (detail === null || !named.has(verb) ? '' : ` ${shortHash(detail)}`)
}

/** Of an act about another one the detail is that one's verb, unless it brings its own; how many steps that one touched isn't told. */
const aboutName = ({ verb, detail }: Named): string => (verb in turns && detail !== null ? nameOf(detail) : ownName({ verb, detail, commits: 1 }))
const countedName = (to: Priority, count: number): string => words()[priorityNames[to].many].replace('{count}', counted(count, words().step, words().steps))
const shortHash = (detail: string): string => (/^[0-9a-f]{9,64}$/.test(detail) ? detail.slice(0, 8) : detail)
const isPriority = (detail: string | null): detail is Priority => detail !== null && detail in priorityNames
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const turns = { undo: 'Undid', redo: 'Did again', revert: 'Took back', restore: 'Went back to how it was after' } as const
const turnOf = (kind: keyof typeof turns): string => (kind === 'revert' ? words().revertOf : kind === 'restore' ? words().restoreOf : `${kind} of`)

const priorityNames: Readonly<Record<Priority, { readonly one: WordKey; readonly many: WordKey }>> = {
  pinned: { one: 'pinAct', many: 'pinMany' },
  skip: { one: 'hideAct', many: 'hideMany' },
  normal: { one: 'normalAct', many: 'normalMany' },
}

/** What has a plain and a git name, else the one name there is. */
function nameOf(verb: string): string {
  const key = inBothWordings[verb]
  return key === undefined ? (names[verb] ?? verb) : words()[key]
}

const inBothWordings: Readonly<Record<string, WordKey>> = {
  annotate: 'annotateAct',
  batch: 'batchAct',
  checkout: 'checkoutAct',
  cherryPick: 'pickAct',
  compress: 'compressAct',
  edit: 'correctAct',
  expand: 'expandAct',
  reset: 'resetAct',
  switch: 'switchAct',
  tag: 'tagAct',
  deleteTag: 'dropTagAct',
  merge: 'mergeAct',
  rebase: 'rebaseAct',
  abortMerge: 'dropMergeAct',
  refreshMerge: 'refreshMergeAct',
  resolveConflict: 'decideMergeAct',
  gc: 'cleanUpAct',
  purge: 'purgeAct',
}
const names: Readonly<Record<string, string>> = {
  answer: 'answer',
  approveProposal: 'approve a proposal',
  rejectProposal: 'reject a proposal',
  policy: 'act of the policy',
  propose: 'proposal',
  ask: 'question aside',
  begin: 'new tract',
  branch: 'new branch',
  commit: 'message',
  configure: 'settings of this tract',
  create: 'new tract',
  deleteBranch: 'delete branch',
  draftCompression: 'draft of a summary',
  editCompression: 'change of a draft',
  refreshCompression: 'refresh of a draft',
  rejectCompression: 'rejected draft',
  discard: 'discard of an unfinished answer',
  erase: 'erase for good',
  keep: 'unfinished answer kept',
  recordUsage: 'usage of a call made elsewhere',
  recover: 'recovery of an unfinished answer',
  rename: 'new name',
  renameBranch: 'new branch name',
  restore: 'restored state',
  revert: 'taking back',
  stop: 'stopped answer',
}
/** Whose detail is a name a person gave. */
const named: ReadonlySet<string> = new Set(['branch', 'policy', 'switch', 'rename', 'checkout', 'deleteBranch', 'deleteTag', 'merge', 'rebase', 'renameBranch', 'reset', 'tag'])
const details: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  commit: { instruction: 'system prompt', system: 'system message', assistant: 'answer', tool_call: 'tool call', tool_result: 'tool result', reasoning: 'reasoning' },
  configure: { budget: 'budget', policies: 'policies', autonomy: 'what runs by itself', operations: 'settings of an operation', defaultConfig: 'default settings' },
}
