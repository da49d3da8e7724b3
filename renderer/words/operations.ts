import type { Operation } from '../../core/model/operation.ts'

/** What an act is called after "Undo" and "Redo". */
export const operationName = ({ verb, detail, cause }: Pick<Operation, 'verb' | 'detail' | 'cause'>): string => {
  const name = details[verb]?.[detail ?? ''] ?? (names[verb] ?? verb) + (detail === null || !named.has(verb) ? '' : ` ${detail}`)
  return cause.kind === 'direct' ? name : `${cause.kind} of ${name}`
}

const names: Readonly<Record<string, string>> = {
  annotate: 'keep or hide',
  append: 'new message',
  commit: 'new message',
  batch: 'several steps at once',
  branch: 'new branch',
  switch: 'open branch',
  chat: 'message',
  reply: 'answer',
  generate: 'answer',
  edit: 'correction',
  configure: 'settings of this tract',
  rename: 'new name',
  discard: 'discard of an unfinished answer',
  keep: 'keep an unfinished answer',
}
/** Whose detail is a name a person gave. */
const named: ReadonlySet<string> = new Set(['branch', 'switch', 'rename'])
const details: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  annotate: { pinned: 'keep always', skip: 'hide from model', normal: 'back to normal' },
  append: { user: 'message', assistant: 'answer', system: 'system message', instruction: 'system prompt' },
  commit: { user: 'message', assistant: 'answer', system: 'system message', instruction: 'system prompt' },
}
