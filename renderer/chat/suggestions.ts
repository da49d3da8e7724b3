import type { LucideIcon } from 'lucide-react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { commandWords } from '../commands/commandWords.ts'
import type { CommandContext } from '../commands/context.ts'
import { keysOf } from '../commands/boundKeys.ts'
import { findWords } from '../commands/paletteSearch.ts'
import { commandList } from '../commands/registry.ts'
import type { CommandId } from '../commands/registry.ts'
import { roleIcon } from '../components/roleIcon.ts'
import { plainText, textOf } from '../words/contents.ts'
import { nameOf } from './messageName.ts'
import { quoteSign } from './quotes.ts'
import type { Suggest } from './suggestAt.ts'

/** One line of what the composer offers. `command` is run; `sign` is written. */
export type Suggestion = { readonly id: string; readonly icon: LucideIcon; readonly title: string; readonly sub: string | null; readonly keys: string | undefined; readonly off: string | null } & (
  | { readonly kind: 'command'; readonly command: CommandId }
  | { readonly kind: 'quote'; readonly sign: string }
)
const most = 8

/** What fits what was typed: commands by their words, those that can be done first; steps by hash or words, the newest first. */
export const suggestionsFor = (suggest: Suggest, context: CommandContext): readonly Suggestion[] => (suggest.kind === 'command' ? commandsFor(suggest.search, context) : stepsFor(suggest.search, context.messages))

function commandsFor(search: string, context: CommandContext): readonly Suggestion[] {
  const found = commandList.flatMap((command) => {
    const [title, sub] = [command.title(context), command.sub?.(context) ?? null]
    const match = command.scope === 'composer' ? null : findWords(search, title, commandWords(command, context))
    if (match === null) return []
    return [{ score: match.score, row: { kind: 'command', command: command.id as CommandId, id: command.id, icon: command.icon, title, sub, keys: keysOf(command)[0], off: command.whyNot(context) } as const }]
  })
  return found.toSorted((a, b) => Number(a.row.off !== null) - Number(b.row.off !== null) || b.score - a.score).slice(0, most).map(({ row }) => row)
}

function stepsFor(search: string, messages: readonly TranscriptMessage[]): readonly Suggestion[] {
  const fits = (message: TranscriptMessage): boolean => message.messageId.startsWith(search.toLowerCase()) || findWords(search, textOf(message.content).slice(0, 2000)) !== null
  const found: TranscriptMessage[] = []
  for (let at = messages.length - 1; at >= 0 && found.length < most; at -= 1) {
    const message = messages[at]
    if (message !== undefined && fits(message)) found.push(message)
  }
  return found.map((message) => {
    const sign = quoteSign(message, messages)
    return { kind: 'quote', sign, id: message.messageId, icon: roleIcon(message.role, message.content.type), title: plainText(textOf(message.content), 90), sub: `${nameOf(message)} ${sign}`, keys: undefined, off: null }
  })
}
