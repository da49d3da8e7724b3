import type { Operation } from '../../core/model/operation.ts'

/** What an act is called after "Undo" and "Redo". */
export const operationName = ({ verb, detail, cause }: Pick<Operation, 'verb' | 'detail' | 'cause'>): string => {
  const name = details[verb]?.[detail ?? ''] ?? (names[verb] ?? verb) + (detail === null || !named.has(verb) ? '' : ` ${detail}`)
  return cause.kind === 'direct' ? name : `${cause.kind} of ${name}`
}

const names: Readonly<Record<string, string>> = {
  annotate: 'keep or hide',
  answer: 'answer',
  batch: 'several steps at once',
  branch: 'new branch',
  commit: 'message',
  configure: 'settings of this tract',
  create: 'new tract',
  discard: 'discard of an unfinished answer',
  edit: 'correction',
  keep: 'unfinished answer kept',
  recover: 'recovery of an unfinished answer',
  rename: 'new name',
  stop: 'stopped answer',
  switch: 'open branch',
}
/** Whose detail is a name a person gave. */
const named: ReadonlySet<string> = new Set(['branch', 'switch', 'rename'])
const details: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  annotate: { pinned: 'keep always', skip: 'hide from model', normal: 'back to normal' },
  commit: { instruction: 'system prompt', system: 'system message', assistant: 'answer', tool_call: 'tool call', tool_result: 'tool result', reasoning: 'reasoning' },
  configure: { budget: 'budget' },
}
