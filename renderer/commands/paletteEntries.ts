import type { LucideIcon } from 'lucide-react'
import { GitBranch, MessagesSquare } from 'lucide-react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { roleIcon } from '../components/roleIcon.ts'
import { focusMessage } from '../state/selection.ts'
import { showTract } from '../state/view.ts'
import { textOf } from '../words/contents.ts'
import { tractName } from '../words/tracts.ts'
import { firstKeyOf } from './boundKeys.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { findWords } from './paletteSearch.ts'
import type { Found } from './paletteSearch.ts'
import { commandList } from './registry.ts'
import { switchTo } from './switchTo.ts'

export type PaletteGroup = 'On the selected step' | 'Commands' | 'Branches' | 'Tracts' | 'Steps'
export type PaletteEntry = {
  readonly id: string
  readonly group: PaletteGroup
  readonly icon: LucideIcon
  readonly title: string
  readonly sub: string | null
  readonly keys: string | undefined
  /** Tokens, for a step. */
  readonly tokens: number | null
  /** Why it can't be done now; it stays visible, last in its group. */
  readonly off: string | null
  readonly found: Found
  readonly run: () => unknown
}
type Unfound = Omit<PaletteEntry, 'found'>

const groups: readonly PaletteGroup[] = ['On the selected step', 'Commands', 'Branches', 'Tracts', 'Steps']
const prefixes: Readonly<Record<string, readonly PaletteGroup[]>> = { '>': ['On the selected step', 'Commands'], '#': ['Branches'], '@': ['Steps'] }
const most: Record<PaletteGroup, number> = { 'On the selected step': 8, Commands: 40, Branches: 20, Tracts: 20, Steps: 8 }

/** What a search finds, in groups. `>` looks for commands only, `#` for branches, `@` for steps. Steps wait for a word. */
export function paletteEntries(typed: string, context: CommandContext): PaletteEntry[] {
  const only = prefixes[typed[0] ?? '']
  const search = only === undefined ? typed : typed.slice(1)
  const wantsSteps = only !== undefined || search.trim() !== ''
  const all = [...commandEntries(context, search.trim() !== ''), ...branchEntries(context), ...tractEntries(context), ...(wantsSteps ? stepEntries(context) : [])]
  const found = all.flatMap((entry): PaletteEntry[] => {
    if (only !== undefined && !only.includes(entry.group)) return []
    const match = findWords(search, entry.title, entry.sub ?? '')
    return match === null ? [] : [{ ...entry, found: match }]
  })
  return groups.flatMap((group) => found.filter((entry) => entry.group === group).toSorted(best).slice(0, most[group]))
}

const best = (a: PaletteEntry, b: PaletteEntry): number => Number(a.off !== null) - Number(b.off !== null) || b.found.score - a.found.score

/** What can be done with a step stands first while one is chosen; without one it is found by its name, and says what it waits for. */
function commandEntries(context: CommandContext, isSearching: boolean): Unfound[] {
  return commandList.flatMap((command) => {
    const isStep = command.group === 'step'
    const isChosen = isStep && context.target !== null
    if ((isStep && !isChosen && !isSearching) || command.id === 'palette.open') return []
    return [{ ...common(command, context), group: isChosen ? 'On the selected step' : 'Commands' } satisfies Unfound]
  })
}

function common(command: Command, context: CommandContext): Omit<Unfound, 'group'> {
  return {
    id: command.id,
    icon: command.icon,
    title: command.title(context),
    sub: command.sub?.(context) ?? null,
    keys: firstKeyOf(command),
    tokens: null,
    off: command.whyNot(context),
    run: () => command.run(context),
  }
}

function branchEntries({ tract, overview, branch }: CommandContext): Unfound[] {
  if (tract === null || overview === null) return []
  return overview.branches
    .filter(({ name }) => name !== branch)
    .map(({ name, messageCount }) => ({ id: `#${name}`, group: 'Branches', icon: GitBranch, title: name, sub: `branch, ${messageCount} steps`, keys: undefined, tokens: null, off: null, run: () => switchTo(tract, name) }))
}

function tractEntries({ tracts, tract }: CommandContext): Unfound[] {
  return tracts
    .filter(({ id }) => id !== tract)
    .map((each) => ({ id: each.id, group: 'Tracts', icon: MessagesSquare, title: tractName(each), sub: `tract, ${each.messageCount} steps`, keys: undefined, tokens: null, off: null, run: () => showTract(each.id) }))
}

function stepEntries({ messages, branch }: CommandContext): Unfound[] {
  return messages.map((message) => ({
    id: message.messageId,
    group: 'Steps',
    icon: roleIcon(message.role, message.content.type),
    title: firstLine(message),
    sub: `${message.shown ? message.role : `${message.role}, hidden`}, ${branch ?? ''}`,
    keys: undefined,
    tokens: message.tokens,
    off: null,
    run: () => focusMessage(message.messageId, 'command'),
  }))
}

const firstLine = (message: TranscriptMessage): string => textOf(message.content).slice(0, 400).replace(/\s+/g, ' ').trim().slice(0, 120)
