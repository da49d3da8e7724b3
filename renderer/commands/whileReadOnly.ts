import type { Command } from './command.ts'

/** Why nothing can be written in a file that was opened to read. */
export const readOnlyWords = 'Read-only: open a copy to write'

/** A command that writes says so where the file can only be read; the others stay as they are. */
export function whileReadOnly(command: Command): Command {
  if (!writing.has(command.group) || reading.has(command.id)) return command
  return { ...command, whyNot: (context) => (context.app === null || context.app.file.readOnly === null ? command.whyNot(context) : readOnlyWords) }
}

const writing: ReadonlySet<Command['group']> = new Set<Command['group']>(['step', 'talk', 'branch', 'tract'])
/** What of those groups writes nothing in the file. */
const reading: ReadonlySet<string> = new Set([
  'step.copy', 'step.copyLink', 'step.info', 'step.details', 'step.peek', 'step.compare', 'step.take', 'step.quote', 'select.same', 'operation.show', 'search.open',
  'xray.why', 'xray.then', 'xray.sent', 'chat.stop', 'chat.model', 'chat.settings', 'chat.attach', 'chat.writeSystemPrompt', 'answer.dismiss', 'queue.edit', 'queue.cancel', 'branch.switch',
])
