import type { Command } from './command.ts'

/** Why nothing can be written while an old step is looked at. */
export const lookingWords = 'You are looking at an old step. Return, or start a branch here'

/** A command that writes on the branch, or may, says so while an old step is looked at; the others stay as they are. */
export function whileLooking(command: Command): Command {
  if (!writing.has(command.group) || command.whileLooking === true) return command
  return { ...command, whyNot: (context) => (context.at === null ? command.whyNot(context) : lookingWords) }
}

const writing: ReadonlySet<Command['group']> = new Set<Command['group']>(['step', 'talk', 'branch'])
