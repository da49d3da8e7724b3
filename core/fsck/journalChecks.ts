import { entryHash } from '../journal/chain.ts'
import type { CommitHash } from '../model/ids.ts'
import { hasSecret } from '../model/secretPatterns.ts'
import type { RawEntry } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import { actOf, isFactType } from './replayed.ts'
import type { Subject } from './subject.ts'

export function* checkJournal(subject: Subject): Iterable<Found> {
  const seqs = new Map<number, number>()
  let previous: RawEntry | null = null
  let expected = 1
  for (const entry of subject.entries) {
    const seq = (seqs.get(entry.tract) ?? 0) + 1
    seqs.set(entry.tract, entry.seq)
    const about = { tract: entry.tract }
    if (entry.gseq !== expected) yield { code: 'I-43', text: `Entry ${expected} of the journal is missing: after ${expected - 1} comes ${entry.gseq}` }
    if (entry.seq !== seq) yield { code: 'I-43', text: `Entry ${entry.gseq} of the journal is number ${entry.seq} of its tract; it should be ${seq}`, ...about }
    if (previous && !(entry.at > previous.at)) yield { code: 'I-45', text: `Entry ${entry.gseq} of the journal is not later than the one before it`, ...about }
    if (entry.hash === null) yield { code: 'I-73', text: `Entry ${entry.gseq} of the journal has a hash that is not 32 bytes`, ...about }
    if (hashOfEntry(subject, entry, previous) !== entry.hash) yield { code: 'I-44', text: `Entry ${entry.gseq} of the journal was changed, or something it names was`, ...about }
    yield* checkEntry(subject, entry)
    previous = entry
    expected = entry.gseq + 1
  }
}

/** null where it names what isn't there. The tract's own id is the one its first entry gave it. */
function hashOfEntry({ authors, commits, replayed, tracts }: Subject, entry: RawEntry, previous: RawEntry | null): string | null {
  const author = authors.byId.get(entry.author)
  const tract = replayed.tracts.get(entry.tract)?.uuid ?? tracts.byId.get(entry.tract)?.uuid
  if (!author || tract === undefined || (previous && previous.hash === null)) return null
  const hash = (key: number | null): CommitHash | null => (key === null ? null : ((commits.byId.get(key)?.hash ?? '') as CommitHash))
  return entryHash(previous?.hash ?? '', entry, tract, `${author.kind}:${author.name}`, hash(entry.beforeCommit), hash(entry.afterCommit))
}

function* checkEntry(subject: Subject, entry: RawEntry): Iterable<Found> {
  for (const { code, text } of entryProblems(subject, entry)) yield { code, text: `Entry ${entry.gseq} of the journal ${text}`, tract: entry.tract }
}

function* entryProblems({ authors, commits, tracts, blobHashes }: Subject, entry: RawEntry): Iterable<Found> {
  const { before, after, payload, act, type, beforeCommit, afterCommit } = entry
  if (!authors.byId.has(entry.author)) yield { code: 'I-46', text: 'was made by nobody' }
  if (!tracts.byId.has(entry.tract)) yield { code: 'I-46', text: `is about a tract (row ${entry.tract}) that isn't there` }
  if (![before, after, payload, act].every((text) => text === null || jsonOf(text) !== undefined)) yield { code: 'I-72', text: 'has a value that is no JSON' }
  if ((entry.isNote !== 0 && entry.isNote !== 1) || (entry.isNote === 0 && !isFactType(type))) yield { code: 'I-46', text: `is of a type that there is none of: ${type}` }
  if ((entry.operation === entry.gseq) !== (act !== null) || (act !== null && actOf(entry).verb === '')) yield { code: 'I-46', text: 'does not say what was done' }
  for (const key of [beforeCommit, afterCommit]) if (key !== null && !commits.byId.has(key)) yield { code: 'I-23', text: `names a commit (row ${key}) that isn't there` }
  if (type === 'commit_created') yield* checkCreated(entry, commits.byId.get(afterCommit ?? -1))
  for (const hash of namedBlobs([before, after, type === 'erased' ? payload : null])) if (!blobHashes.has(hash)) yield { code: 'I-49', text: `names a text (${hash.slice(0, 8)}) that isn't there` }
  if ([before, after, payload].some((text) => typeof text === 'string' && hasSecret(text))) yield { code: 'I-71', text: 'has something in it that looks like a key or a password' }
}

function* checkCreated(entry: RawEntry, commit: Subject['commits']['list'][number] | undefined): Iterable<Found> {
  if (!commit) return
  const isSame = commit.tract === entry.tract && commit.createdAt === entry.at && commit.parent === entry.beforeCommit
  if (!isSame) yield { code: 'I-46', text: `tells of a commit (row ${commit.id}) that was not made so` }
}

const hashPattern = /^[0-9a-f]{64}$/

/** Texts are named by hash, under `blob`. */
function namedBlobs(texts: readonly (string | null)[]): readonly string[] {
  return texts.filter((text) => text !== null && text.includes('"blob":')).flatMap((text) => blobsIn(jsonOf(text)))
}

function blobsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(blobsIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === 'blob' && typeof inner === 'string' && hashPattern.test(inner) ? [inner] : blobsIn(inner)))
}

export function* checkReplay({ replayed, commits, entries }: Subject): Iterable<Found> {
  for (const { code, gseq, tract, text } of replayed.problems) yield { code, text: `Entry ${gseq} of the journal ${text}`, tract }
  const made = new Set(entries.filter(({ type }) => type === 'commit_created').map(({ afterCommit }) => afterCommit))
  for (const { id, tract } of commits.list) if (!made.has(id)) yield { code: 'I-23', text: `The journal knows nothing of the commit of row ${id}`, tract }
}
