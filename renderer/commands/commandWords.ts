import type { Wording } from '../words/words.ts'
import { inWording } from '../words/words.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'

/** All that a command is found by beside its title: its quiet words, its name in both wordings, and what else it is called. */
export function commandWords({ title, sub, also = '' }: Command, context: CommandContext): string {
  const names = wordings.map((wording) => inWording(wording, () => title(context)))
  return [sub?.(context) ?? '', ...names, also].join(' ')
}

const wordings: readonly Wording[] = ['plain', 'git']
