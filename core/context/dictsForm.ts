import type { MessageDict, PromptMessage } from '../model/context.ts'

/** Neutral rows, one a message, nothing mended or left out. */
export function toDictsForm(messages: readonly PromptMessage[]): MessageDict[] {
  return messages.map(({ role, content, name }) => (name === null ? { role, content } : { role, content, name }))
}
