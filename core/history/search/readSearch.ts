import { Fault } from '../../model/fault.ts'
import type { AuthorKind } from '../../model/author.ts'
import type { Role } from '../../model/content.ts'
import type { EpochMs } from '../../model/ids.ts'
import type { Condition, SearchFilter, SearchState } from '../../model/search.ts'

/** What a person typed into a search: its words, and what its operators ask for. */
export type ReadSearch = { readonly words: string; readonly filter: SearchFilter }

/**
 * Reads `name:value` operators out of a search: `role:` `branch:` `model:` `temp:` (`0.2`, `>0.5`, `<=1`), `is:pinned` `is:hidden` `is:edited`, `in:archive`,
 * `by:` (`me`, a kind such as `policy`, or a name), `before:` and `after:` (`2026-03-01`, `2026-03-01T14:00`, `today`, `yesterday`, `7d`, `2h`). Values with
 * blanks stand in quotes. Any other `name:value` is words. Faults: `search/bad-query`.
 */
export function readSearch(text: string, now: EpochMs): ReadSearch {
  let filter: SearchFilter = {}
  const words = text.replace(pattern, (_whole, lead: string, name: string, quoted: string | undefined, bare: string | undefined) => {
    filter = joined(filter, read(name.toLowerCase(), quoted ?? bare ?? '', now))
    return lead
  })
  return { words: words.trim(), filter }
}

const names = ['role', 'branch', 'model', 'temp', 'is', 'in', 'by', 'before', 'after']
const pattern = new RegExp(String.raw`(^|\s)(${names.join('|')}):(?:"([^"]*)"|(\S*))(?=\s|$)`, 'gi')

/** Several roles take either, several states must all hold; of anything else the last counts. */
function joined(before: SearchFilter, more: SearchFilter): SearchFilter {
  const roles = [...(before.roles ?? []), ...(more.roles ?? [])]
  const is = [...(before.is ?? []), ...(more.is ?? [])]
  return { ...before, ...more, ...(roles.length > 0 && { roles }), ...(is.length > 0 && { is }) }
}

function read(name: string, value: string, now: EpochMs): SearchFilter {
  if (value === '') return bad(`nothing stands after ${name}:`)
  switch (name) {
    case 'role':
      return { roles: [oneOf(name, value, roles)] }
    case 'branch':
      return { branch: value }
    case 'model':
      return { model: value }
    case 'temp':
      return { temperature: temperatureOf(value) }
    case 'is':
      return { is: [oneOf(name, value, states)] }
    case 'in':
      return { is: [oneOf(name, value, ['archive'] as const) && 'archived'] }
    case 'by':
      return byWhom(value)
    default:
      return { [name]: timeOf(name, value, now) }
  }
}

const roles: readonly Role[] = ['system', 'user', 'assistant', 'tool']
const states: readonly Exclude<SearchState, 'archived'>[] = ['pinned', 'hidden', 'edited']
const authorKinds: readonly AuthorKind[] = ['user', 'agent', 'policy', 'orchestrator', 'import', 'system']

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  return known.find((one) => one === value.toLowerCase()) ?? bad(`${name}: takes ${known.join(', ').replace(/, ([^,]*)$/, ' or $1')}, not "${value}"`)
}

function byWhom(value: string): SearchFilter {
  const small = value.toLowerCase()
  if (small === 'me' || small === 'you') return { authorKind: 'user' }
  const kind = authorKinds.find((one) => one === small)
  return kind === undefined ? { author: value } : { authorKind: kind }
}

const signs = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' } as const

function temperatureOf(value: string): Condition<number> {
  const [, sign = '', digits] = /^(<=|>=|<|>|=)?(\d+(?:[.,]\d+)?)$/.exec(value) ?? []
  if (digits === undefined) return bad(`temp: takes a number such as 0.2, or >0.5, not "${value}"`)
  const number = Number(digits.replace(',', '.'))
  const operator = signs[sign as keyof typeof signs]
  return operator === undefined ? number : ({ [operator]: number } as Condition<number>)
}

const spans: { readonly [unit: string]: number } = { h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** The moment that is meant: a day begins at midnight, a span goes back from now. */
function timeOf(name: string, value: string, now: EpochMs): EpochMs {
  const [, count, unit = ''] = /^(\d{1,4})([hdw])$/i.exec(value) ?? []
  if (count !== undefined) return now - Number(count) * (spans[unit.toLowerCase()] ?? 0)
  const days = ['today', 'yesterday'].indexOf(value.toLowerCase())
  if (days >= 0) {
    const midnight = new Date(now)
    return new Date(midnight.getFullYear(), midnight.getMonth(), midnight.getDate() - days).getTime()
  }
  const [, year, month, day, hours = '0', minutes = '0'] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/i.exec(value) ?? []
  const at = new Date(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes))
  const isReal = year !== undefined && at.getMonth() === Number(month) - 1 && at.getDate() === Number(day)
  return isReal ? at.getTime() : bad(`${name}: takes a day such as 2026-03-01, today, yesterday or 7d, not "${value}"`)
}

function bad(found: string): never {
  throw new Fault('search/bad-query', { found })
}
