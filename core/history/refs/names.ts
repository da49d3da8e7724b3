import { Fault } from '../../model/fault.ts'
import { looksLikeCommit } from '../../model/faultTable.ts'
import { checkTextGiven } from '../../model/given.ts'
import type { Ref } from '../../model/ids.ts'
import { seenAs } from './lookAlike.ts'

/** What no name may be, by how it is written. */
const problems: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it is empty'],
  [/^.{201}/su, 'it is longer than 200 characters'],
  [/[\p{Cc}\p{Z}]/u, 'it has a blank or a control character in it'],
  [/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u, 'it has an invisible character in it'],
  [/[~^:?*[\\]/, 'it has one of ~ ^ : ? * [ \\ in it'],
  [/\.\./, 'it has two dots in a row'],
  [/@\{/, 'it has @{ in it'],
  [/\/\/|^\/|\/$/, 'it has an empty part between slashes'],
  [/(^|\/)\./, 'a part of it starts with a dot'],
  [/\.(\/|$)/, 'a part of it ends with a dot'],
  [/\.lock(\/|$)/, 'a part of it ends with .lock'],
]
/** And by how it looks, letters of other scripts read as the ones they look like. */
const appearances: readonly (readonly [RegExp, string])[] = [
  [/^(HEAD|ORIG_HEAD|-|@)$/, 'it has a meaning of its own'],
  [/^[0-9a-f]{4,64}$/i, looksLikeCommit],
  [/^tag:|[~^]\d*$/, 'it could be taken for a place in history'],
  [/^-/, 'it starts with a dash'],
]

/** The name of a branch or a tag in the form it is kept in (NFC), by git's rules and a few more. Faults: `ref/bad-name`, `input/invalid`. */
export function checkRefName(name: string): string {
  if (!checkTextGiven('a name', name).isWellFormed()) throw new Fault('ref/bad-name', { name: name.toWellFormed(), found: 'it has half of a character in it' })
  const kept = name.normalize('NFC')
  const found = problems.find(([pattern]) => pattern.test(kept)) ?? appearances.find(([pattern]) => pattern.test(seenAs(kept)))
  if (found) throw new Fault('ref/bad-name', { name: readable(name), found: found[1] })
  return kept
}

/** The name of a branch or a tag as it is looked up: whether there is one is for the caller to say. Faults: `input/invalid`. */
export const nameGiven = (name: string): string => checkTextGiven('a name', name).normalize('NFC')

/** A reference as the journal may tell of it: names and short hashes, never text. */
export function asNamed(ref: Ref): string | null {
  if (typeof ref !== 'string' || !/^[^\p{Cc}\p{Z}\p{Cs}]{1,200}$/u.test(ref)) return null
  return /^[0-9a-f]{9,64}$/i.test(ref) ? ref.slice(0, 8) : ref
}

/** What can't be seen is written as its number: it may turn what stands beside it. */
const readable = (name: string): string =>
  name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`)

/** Up to three of `names` that look like what was meant, best first. */
export function similarTo(wanted: string, names: readonly string[]): readonly string[] {
  const limit = Math.max(2, Math.floor(wanted.length / 3))
  return names
    .map((name) => ({ name, distance: name.startsWith(wanted) ? 0 : editDistance(wanted, name, limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name)
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? limit + 1
}
