import { messageTokens, tokenCounter } from '../context/tokens.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { Encoding } from '../model/config.ts'
import type { Content, Role } from '../model/content.ts'
import { ownTypes, roleOf, type TypeRows } from '../model/contentTypes.ts'
import { hashBlob } from '../model/hash.ts'
import { hasSecret } from '../model/secretPatterns.ts'
import { toContent } from '../store/blobs.ts'
import { encodings } from '../store/commitKinds.ts'
import { type RawBlob, type RawType, readBlobsAfter, readCompressions, readMerges, readPartials, readProposals, readTypes } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { isEmptied } from './goneChecks.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import { shortHash, type Subject } from './subject.ts'

const portion = 500

export function* checkBlobs({ db }: Subject): Iterable<Found> {
  const types = new Map(readTypes(db).map((type) => [type.name, type]))
  for (const row of eachBlob({ db })) {
    if (row[9] !== null) {
      if (row[1] === null || !isEmptied(row)) yield { code: 'I-16', text: `${nameOf(row)} went for good, and something of it is still there` }
      continue
    }
    const content = contentOf(row)
    const canonical = content === null ? null : canonicalOf(content)
    yield* checkForm(row, content, canonical, types)
    if (canonical !== null) yield* checkFingerprint(row, canonical)
    yield* checkCounts(row)
  }
}

export function* eachBlob({ db }: Pick<Subject, 'db'>): Iterable<RawBlob> {
  for (let last = 0; ; ) {
    const rows = readBlobsAfter(db, last, portion)
    yield* rows
    const next = rows.at(-1)?.[0]
    // In a damaged table rows may lie in the wrong order: going on from an earlier one would never end.
    if (next === undefined || !(next > last)) return
    last = next
  }
}

const nameOf = ([id, hash, type]: RawBlob): string => `The ${type === 'note' ? 'free text of a commit' : 'text'} ${shortHash(hash)} (row ${id})`

/** null where its columns are no content at all. */
export function contentOf([, , type, role, text, rest]: RawBlob): Content | null {
  const isText = (value: unknown): boolean => value === null || typeof value === 'string'
  if (typeof type !== 'string' || !isText(role) || !isText(text) || (rest !== null && jsonOf(rest) === undefined)) return null
  return type === 'note' ? (jsonOf(rest) as Content) : toContent({ type, role, text, rest })
}

function canonicalOf(content: Content): string | null {
  if (content.type === 'dialogue' && isPlainDialogue(content)) return plainDialogue(content)
  try {
    return canonicalJson(content)
  } catch {
    return null
  }
}

/** The canonical JSON of what nearly every message is, written out. */
const plainDialogue = ({ role, text }: Content<'dialogue'>): string => `{"role":"${role}","text":${JSON.stringify(text)},"type":"dialogue"}`

function* checkForm(row: RawBlob, content: Content | null, canonical: string | null, types: ReadonlyMap<string, RawType>): Iterable<Found> {
  const [, hash, type, role, text, rest] = row
  if (hash === null) yield { code: 'I-73', text: `${nameOf(row)} is named by something that is not 32 bytes` }
  if (rest !== null && jsonOf(rest) === undefined) yield { code: 'I-72', text: `${nameOf(row)} has fields that are no JSON` }
  else if (content === null || canonical === null) yield { code: 'I-13', text: `${nameOf(row)} can't be read` }
  else if (type === 'note' ? !isRecord(content) || role !== null || text !== null : !isOfType(content, role, types)) yield { code: 'I-13', text: `${nameOf(row)} is not a sound ${type}` }
  if (type === 'note' && typeof rest === 'string' && hasSecret(rest)) yield { code: 'I-71', text: `${nameOf(row)} has something in it that looks like a key or a password` }
}

function isOfType(content: Content, role: string | null, types: ReadonlyMap<string, RawType>): boolean {
  const custom = types.get(content.type)
  if (custom) return custom.role === role
  if (content.type === 'dialogue' && isPlainDialogue(content)) return content.role === role
  return ownTypes.get(content.type)?.problemsOf(content).length === 0 && roleOf(content) === (role as Role)
}

/** What nearly every message is, told without the schema: that is slow. */
const isPlainDialogue = (content: Content<'dialogue'>): boolean =>
  typeof content.text === 'string' && ['user', 'assistant', 'system'].includes(content.role) && Object.keys(content).length === 3

function* checkFingerprint(row: RawBlob, canonical: string): Iterable<Found> {
  const [, hash, , , , , sizeBytes] = row
  if (hash !== null && hashBlob(canonical) !== hash) yield { code: 'I-11', text: `${nameOf(row)} doesn't match its fingerprint` }
  else if (Buffer.byteLength(canonical) !== sizeBytes) yield { code: 'I-11', text: `${nameOf(row)} says that it has ${sizeBytes} bytes and has ${Buffer.byteLength(canonical)}`, repair: 'safe', severity: 'warning' }
}

function* checkCounts(row: RawBlob): Iterable<Found> {
  const [, , type, , , , , o200k, cl100k] = row
  const isCount = (value: unknown): boolean => value === null || (Number.isSafeInteger(value) && (value as number) >= 0)
  const isNote = type === 'note'
  if (!isCount(o200k) || !isCount(cl100k) || (isNote !== (o200k === null && cl100k === null))) yield { code: 'I-14', text: `${nameOf(row)} has a token count that can't be` }
}

/** Counts that no commit's totals would tell of: of corrections, decisions and unfinished answers. */
export function* checkLooseCounts(subject: Subject): Iterable<Found> {
  yield* recount(subject, (id, encoding) => !countedByTotals(subject).has(`${id} ${encoding}`))
}

export function* recountAll(subject: Subject): Iterable<Found> {
  yield* recount(subject, () => true)
}

const known = new WeakMap<Subject, ReadonlySet<string>>()

/** Of these the totals of the commit that brought them tell when the count is wrong. */
function countedByTotals(subject: Subject): ReadonlySet<string> {
  const found = known.get(subject) ?? new Set(subject.commits.list.filter(({ kind }) => kind === 0 || kind === 3).map(({ blob, encoding }) => `${blob} ${encodings[encoding]}`))
  known.set(subject, found)
  return found
}

function* recount(subject: Subject, isWanted: (id: number, encoding: Encoding) => boolean): Iterable<Found> {
  const wanted = new Set(subject.blobs.list.filter(({ type, goneBy }) => goneBy === null && subject.db.types.has(type)).filter(({ id, tokensO200k, tokensCl100k }) => (tokensO200k !== null && isWanted(id, 'o200k_base')) || (tokensCl100k !== null && isWanted(id, 'cl100k_base'))).map(({ id }) => id))
  if (wanted.size === 0) return
  const { types } = subject.db
  for (const row of eachBlob(subject)) {
    const content = wanted.has(row[0]) ? contentOf(row) : null
    if (content === null) continue
    for (const [encoding, stored] of [['o200k_base', row[7]], ['cl100k_base', row[8]]] as const) {
      if (stored === null || !isWanted(row[0], encoding)) continue
      const counted = countOf(content, row[3] as Role, encoding, types)
      if (counted !== null && counted !== stored) yield { code: 'I-14', text: `${nameOf(row)} says that it has ${stored} tokens and has ${counted}` }
    }
  }
}

/** null where it can't be counted: another finding says why. */
export function countOf(content: Content, role: Role, encoding: Encoding, types: TypeRows): number | null {
  try {
    return messageTokens(tokenCounter(encoding), { role, content }, types)
  } catch {
    return null
  }
}

/** Entries that name texts. */
const recording: ReadonlySet<string> = new Set([
  'draft_created', 'draft_closed', 'merge_changed', 'compression_changed', 'proposal_changed', 'policy_evaluated', 'erased', 'orchestrator_started', 'orchestrator_step', 'orchestrator_finished',
])

export function* checkUnused(subject: Subject): Iterable<Found> {
  const used = new Set<number | null>(subject.commits.list.flatMap(({ blob, note }) => [blob, note]))
  for (const { resolutions } of subject.payloads.values()) for (const { blob } of resolutions ?? []) used.add(blob ?? null)
  for (const { blob } of readPartials(subject.db)) used.add(blob)
  const named = hashesIn([...subject.entries.flatMap(({ type, before, after, payload }) => (recording.has(type) ? [before, after, payload] : [])), ...[...readMerges(subject.db), ...readCompressions(subject.db), ...readProposals(subject.db)].map(({ record }) => record)])
  for (const { id, hash, type, goneBy } of subject.blobs.list) {
    if (goneBy === null && !used.has(id) && !named.has(hash ?? '')) yield { code: 'I-15', text: `The ${type === 'note' ? 'free text' : 'text'} ${shortHash(hash)} (row ${id}) belongs to no commit, no unfinished answer, no waiting merge, no waiting compression and no proposal` }
  }
}

function hashesIn(texts: readonly (string | null)[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => (typeof text === 'string' ? (text.match(/\b[0-9a-f]{64}\b/g) ?? []) : [])))
}
