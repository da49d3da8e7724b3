import type { Command } from './command.ts'

/** Why nothing can be written while an old step is looked at. */
export const lookingWords = 'You are looking at an old step. Return, or start a branch here'
/** Why nothing can be written while all panes show a moment of the past. */
export const pastWords = 'This is how it was then. Go back to now first'

/** A command that writes, or may, says so while an old step or a moment of the past is looked at; the others stay as they are. */
export function whileLooking(command: Command): Command {
  const [isBound, isRefused] = [onBranch.has(command.group) && command.whileLooking !== true, writing.has(command.group) && !reading.has(command.id)]
  if (!isBound && !isRefused) return command
  return { ...command, whyNot: (context) => (isRefused && context.asOf !== null ? pastWords : isBound && context.at !== null ? lookingWords : command.whyNot(context)) }
}

const onBranch: ReadonlySet<Command['group']> = new Set<Command['group']>(['step', 'talk', 'branch'])
const writing: ReadonlySet<Command['group']> = new Set<Command['group']>([...onBranch, 'tract'])
/** What only reads, of those groups. */
const reading: ReadonlySet<string> = new Set(['step.copy', 'step.info', 'step.details', 'step.peek', 'select.same', 'operation.show', 'chat.stop', 'xray.why', 'xray.then', 'xray.sent'])
