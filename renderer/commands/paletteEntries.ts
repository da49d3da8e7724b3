import type { LucideIcon } from 'lucide-react'
import type { Tag } from '../../core/model/refs.ts'
import type { SearchHit } from '../../core/model/search.ts'
import { firstKeyOf } from './boundKeys.ts'
import type { Command } from './command.ts'
import { commandWords } from './commandWords.ts'
import type { CommandContext } from './context.ts'
import { bookmarkEntries, branchEntries, placeEntries, stepEntries, tractEntries } from './palettePlaces.ts'
import { findWords } from './paletteSearch.ts'
import type { Found } from './paletteSearch.ts'
import { commandList } from './registry.ts'
import { savedLayoutEntries } from './savedLayoutEntries.ts'

export type PaletteGroup = 'Recent' | 'On the selected step' | 'Commands' | 'Branches' | 'Bookmarks' | 'Tracts' | 'Go to' | 'Steps'
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
/** `isFound`: what was typed was looked for already, by other means than its title. `also`: what else it is found by, instead of `sub`. */
export type Unfound = Omit<PaletteEntry, 'found'> & { readonly isFound?: boolean; readonly also?: string }

/** What else the palette looks through: bookmarks, what the host found for the words, what was chosen lately. */
export type PaletteSources = { readonly tags: readonly Tag[]; readonly hits: readonly SearchHit[]; readonly recent: readonly string[]; readonly now: number; /** Only what can be opened: tracts, branches, bookmarks. */ readonly isQuickOpen: boolean }
export const noSources: PaletteSources = { tags: [], hits: [], recent: [], now: 0, isQuickOpen: false }

const groups: readonly PaletteGroup[] = ['Recent', 'On the selected step', 'Commands', 'Branches', 'Bookmarks', 'Tracts', 'Go to', 'Steps']
const prefixes: Readonly<Record<string, readonly PaletteGroup[]>> = { '>': ['On the selected step', 'Commands'], '#': ['Branches'], '@': ['Steps'], '!': ['Bookmarks'], ':': ['Go to'] }
const most: Record<PaletteGroup, number> = { Recent: 6, 'On the selected step': 8, Commands: 60, Branches: 20, Bookmarks: 20, Tracts: 20, 'Go to': 12, Steps: 12 }
const openable: readonly PaletteGroup[] = ['Recent', 'Branches', 'Bookmarks', 'Tracts']

/** The words that the host should look for among all texts; null where none are asked for. */
export function wordsForSteps(typed: string, isQuickOpen: boolean): string | null {
  const prefix = typed[0] ?? ''
  const search = (prefix in prefixes ? typed.slice(1) : typed).trim()
  return isQuickOpen || search.length < 2 || (prefix in prefixes && prefix !== '@') ? null : search
}

/** What a search finds, in groups. `>` looks for commands only, `#` for branches, `@` for steps, `!` for bookmarks, `:` for a hash or a time. Steps wait for a word. */
export function paletteEntries(typed: string, context: CommandContext, sources: PaletteSources = noSources): PaletteEntry[] {
  const only = prefixes[typed[0] ?? ''] ?? (sources.isQuickOpen ? openable : undefined)
  const search = typed[0] !== undefined && typed[0] in prefixes ? typed.slice(1) : typed
  const isSearching = search.trim() !== ''
  const found = unfound(search, only, context, sources).flatMap((entry): PaletteEntry[] => {
    if (only !== undefined && !only.includes(entry.group)) return []
    const match = entry.isFound === true ? { score: 0, marks: [] } : findWords(search, entry.title, entry.also ?? entry.sub ?? '')
    return match === null ? [] : [{ ...entry, found: match }]
  })
  const placed = isSearching || typed !== '' ? found : withRecent(found, sources.recent)
  const best = byScore(sources.recent)
  return groups.flatMap((group) => placed.filter((entry) => entry.group === group).toSorted(best).slice(0, most[group]))
}

function unfound(search: string, only: readonly PaletteGroup[] | undefined, context: CommandContext, { tags, hits, now }: PaletteSources): readonly Unfound[] {
  const wants = (group: PaletteGroup): boolean => only === undefined || only.includes(group)
  return [
    ...(wants('Commands') ? [...commandEntries(context, search.trim() !== ''), ...savedLayoutEntries(search.trim() !== '')] : []),
    ...(wants('Branches') ? branchEntries(context) : []),
    ...(wants('Bookmarks') ? bookmarkEntries(context, tags) : []),
    ...(wants('Tracts') ? tractEntries(context) : []),
    ...(only?.includes('Go to') === true ? placeEntries(context, search, now) : []),
    ...(wants('Steps') && (only !== undefined || search.trim() !== '') ? stepEntries(context, search, hits) : []),
  ]
}

/** What was chosen lately stands first while nothing is typed, in a group of its own, and nowhere else. */
function withRecent(found: readonly PaletteEntry[], recent: readonly string[]): readonly PaletteEntry[] {
  return found.map((entry) => (recent.includes(entry.id) && entry.off === null && entry.group !== 'On the selected step' ? { ...entry, group: 'Recent' } : entry))
}

/** What can be done, then what fits best; what was chosen lately fits a little better. */
function byScore(recent: readonly string[]): (a: PaletteEntry, b: PaletteEntry) => number {
  const rank = new Map(recent.map((id, at) => [id, at]))
  const age = ({ id }: PaletteEntry): number => rank.get(id) ?? recent.length
  const score = (entry: PaletteEntry): number => entry.found.score + (rank.has(entry.id) ? recentBonus : 0)
  return (a, b) => Number(a.off !== null) - Number(b.off !== null) || score(b) - score(a) || age(a) - age(b)
}

/** As much as a word found at the very start and not only at the start of a later word. */
const recentBonus = 1.5

/** What can be done with a step stands first while one is chosen; without one it is found by its name, and says what it waits for. */
function commandEntries(context: CommandContext, isSearching: boolean): Unfound[] {
  return commandList.flatMap((command) => {
    const isStep = command.group === 'step'
    const isChosen = isStep && context.target !== null
    if ((isStep && !isChosen && !isSearching) || command.id.startsWith('palette.')) return []
    return [{ ...common(command, context), ...(isSearching && { also: commandWords(command, context) }), group: isChosen ? 'On the selected step' : 'Commands' } satisfies Unfound]
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
