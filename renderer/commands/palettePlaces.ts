import { Bookmark, GitBranch, History, MessagesSquare } from 'lucide-react'
import type { Tag } from '../../core/model/refs.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { SearchHit } from '../../core/model/search.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { roleIcon } from '../components/roleIcon.ts'
import { knownRailRows } from '../graph/knownRailRows.ts'
import { openHit } from '../search/openHit.ts'
import { focusMessage } from '../state/selection.ts'
import { showTract } from '../state/view.ts'
import { plainText, textOf } from '../words/contents.ts'
import { counted } from '../words/numbers.ts'
import { dayAndClock } from '../words/times.ts'
import { tractName } from '../words/tracts.ts'
import { words } from '../words/words.ts'
import type { CommandContext } from './context.ts'
import { goToStep } from './goToStep.ts'
import type { Unfound } from './paletteEntries.ts'
import { findWords } from './paletteSearch.ts'
import { readPlace, stepsAt } from './readPlace.ts'
import { switchTo } from './switchTo.ts'

const plain = { keys: undefined, tokens: null, off: null } as const
const stepCount = (count: number): string => counted(count, words().step, words().steps)

export function branchEntries({ tract, overview, branch }: CommandContext): Unfound[] {
  if (tract === null || overview === null) return []
  return overview.branches
    .filter(({ name }) => name !== branch)
    .map(({ name, messageCount }) => ({ ...plain, id: `#${name}`, group: 'Branches', icon: GitBranch, title: name, sub: `branch, ${stepCount(messageCount)}`, run: () => switchTo(tract, name) }))
}

export function tractEntries({ tracts, tract }: CommandContext): Unfound[] {
  return tracts
    .filter(({ id }) => id !== tract)
    .map((each) => ({ ...plain, id: each.id, group: 'Tracts', icon: MessagesSquare, title: tractName(each), sub: `tract, ${stepCount(each.messageCount)}`, run: () => showTract(each.id) }))
}

export const bookmarkEntries = ({ tract }: CommandContext, tags: readonly Tag[]): Unfound[] =>
  tract === null ? [] : tags.map(({ name, commit }) => ({ ...plain, id: `!${name}`, group: 'Bookmarks', icon: Bookmark, title: name, sub: `${words().bookmark.toLowerCase()}, ${commit.slice(0, 8)}`, run: () => goToStep(tract, name) }))

/** The steps the page has read, and behind them what else the host found among all texts of the tract: other branches, other versions, words far into a text. */
export function stepEntries(context: CommandContext, search: string, hits: readonly SearchHit[]): Unfound[] {
  const { messages, branch, tract } = context
  const here = messages.map((message) => stepEntry(message, branch))
  if (tract === null || branch === null) return here
  const ofHits = new Set(hits.map(({ commit }) => commit))
  const told = new Set(messages.filter(({ commit }, at) => ofHits.has(commit) && isFoundIn(here[at], search)).map(({ commit }) => commit))
  const found = hits
    .filter(({ commit }) => !told.has(commit))
    .map((hit): Unfound => ({ ...plain, id: `@${hit.commit}`, group: 'Steps', icon: History, title: plainText(hit.snippet), sub: hitWords(hit), isFound: true, run: () => openHit(hit, { tract, branch }) }))
  return [...here, ...found]
}

const stepEntry = (message: TranscriptMessage, branch: string | null): Unfound => ({
  ...plain,
  id: message.messageId,
  group: 'Steps',
  icon: roleIcon(message.role, message.content.type),
  title: firstLine(message),
  sub: `${message.shown ? message.role : `${message.role}, hidden`}, ${branch ?? ''}`,
  tokens: message.tokens,
  run: () => focusMessage(message.messageId, 'command'),
})

const isFoundIn = (entry: Unfound | undefined, search: string): boolean => entry !== undefined && findWords(search, entry.title, entry.sub ?? '') !== null

/** A step by the beginning of its hash, or by when it was made. */
export function placeEntries({ tract, branch }: CommandContext, typed: string, now: number): Unfound[] {
  const place = readPlace(typed, now)
  if (tract === null || branch === null || place === null) return []
  const rows = stepsAt(knownRailRows(tract, branch), place)
  const entries = rows.map((row): Unfound => ({ ...plain, id: `:${row.hash}`, group: 'Go to', icon: roleIcon(row.role, row.contentType), title: row.preview, sub: `${row.hash.slice(0, 8)}, ${dayAndClock(row.createdAt, now)}`, tokens: row.tokens, isFound: true, run: () => goOrFocus(tract, row) }))
  if (entries.length > 0 || place.kind !== 'hash') return entries
  return [{ ...plain, id: `:${place.start}`, group: 'Go to', icon: History, title: `Go to ${place.start}`, sub: 'not among the steps that were read; looked for in the file', isFound: true, run: () => goToStep(tract, place.start) }]
}

/** What the open branch shows is pointed at; anything else is gone to. */
function goOrFocus(tract: TractId, { messageId, hash, state }: ReturnType<typeof knownRailRows>[number]): unknown {
  return state === 'out' ? goToStep(tract, hash) : focusMessage(messageId, 'command')
}

function hitWords({ branches, hidden }: SearchHit): string {
  const [first] = branches
  if (first === undefined) return 'on no branch any more'
  return `${hidden ? 'an older text, ' : ''}${first}${branches.length > 1 ? ` and ${branches.length - 1} more` : ''}`
}

const lines = new WeakMap<TranscriptMessage, string>()

/** Cut once for each message: ten thousand of them are looked through at every letter. */
function firstLine(message: TranscriptMessage): string {
  const line = lines.get(message) ?? plainText(textOf(message.content), 120)
  lines.set(message, line)
  return line
}
