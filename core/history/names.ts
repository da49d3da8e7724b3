import { Fault } from '../model/fault.ts'
import { seenAs } from './lookAlike.ts'

/** Names that would be taken for something else: places in history, or a commit's hash. */
const reserved = new Set(['HEAD', 'ORIG_HEAD', '-', '@'])
const problems: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'it is empty'],
  [/[\p{Cc}\p{Z}]/u, 'it has a blank or a control character in it'],
  [/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u, 'it has an invisible character in it'],
  [/[~^:?*[\\]/, 'it has one of ~ ^ : ? * [ \\ in it'],
  [/\.\./, 'it has two dots in a row'],
  [/@\{/, 'it has @{ in it'],
  [/\/\/|^\/|\/$/, 'it has an empty part between slashes'],
  [/(^|\/)\./, 'a part of it starts with a dot'],
  [/\.(\/|$)/, 'a part of it ends with a dot'],
  [/\.lock(\/|$)/, 'a part of it ends with .lock'],
  [/^-/, 'it starts with a dash'],
  [/^[0-9a-f]{4,64}$/i, 'it could be taken for a commit'],
]

/** A branch name in the form it is kept in (NFC), by git's rules and a few more. Faults: `ref/bad-name`. */
export function checkRefName(name: string): string {
  if (!name.isWellFormed()) throw new Fault('ref/bad-name', { name: name.toWellFormed(), found: 'it has half of a character in it' })
  const kept = name.normalize('NFC')
  const found = reserved.has(seenAs(kept)) ? 'it has a meaning of its own' : kept.length > 200 ? 'it is longer than 200 characters' : problems.find(([pattern]) => pattern.test(kept))?.[1]
  if (found !== undefined) throw new Fault('ref/bad-name', { name, found })
  return kept
}

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
