import type { Ranges } from '../journal/facts.ts'
import { type RawBlob, type RawEntry, readTrash } from '../store/fsckRows.ts'
import { emptiedFields } from '../model/emptied.ts'
import type { Json } from '../model/json.ts'
import type { Found } from './finding.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import { nameOfCommit, shortHash, type Subject } from './subject.ts'

/** Whether a text that went for good has left anything but its shape. */
export function isEmptied([, , , , text, rest, , o200k, cl100k]: RawBlob): boolean {
  const fields = rest === null ? {} : jsonOf(rest)
  const isBare = isRecord(fields) && JSON.stringify(emptiedFields(fields as { readonly [field: string]: Json })) === JSON.stringify(fields)
  return (text === null || text === '') && isBare && [o200k, cl100k].every((count) => count === null || count === -1)
}

/** That what is gone is what an operation says went, and the other way round. */
export function* checkGone(subject: Subject): Iterable<Found> {
  const [texts, commits] = [new Map<number, number>(), new Map<number, number>()]
  for (const entry of subject.entries) {
    const told = toldBy(entry)
    for (const key of each(told?.texts)) texts.set(key, entry.operation)
    for (const key of each(told?.commits)) commits.set(key, entry.operation)
  }
  for (const { id, hash, goneBy } of subject.blobs.list) {
    if ((texts.get(id) ?? null) !== goneBy) yield { code: 'I-16', text: `The text ${shortHash(hash)} (row ${id}) ${goneBy === null ? 'is there, though it was removed for good' : 'is gone, and no operation says that it went so'}` }
  }
  for (const commit of subject.commits.list) {
    if ((commits.get(commit.id) ?? null) !== commit.purgedBy) yield { code: 'I-81', text: `The ${nameOfCommit(commit)} ${commit.purgedBy === null ? 'is there, though it was removed for good' : 'is gone, and no operation says that it went so'}`, tract: commit.tract }
    else yield* checkPurged(subject, commit)
  }
}

function* checkPurged({ commits }: Subject, commit: Subject['commits']['list'][number]): Iterable<Found> {
  const { blob, note, config, purgedBy, tract, parent, parent2 } = commit
  if (purgedBy !== null && (blob !== null || note !== null || config !== null)) yield { code: 'I-81', text: `The ${nameOfCommit(commit)} was removed for good and still says something`, tract }
  const isGone = (key: number | null): boolean => key !== null && typeof commits.byId.get(key)?.purgedBy === 'number'
  if (purgedBy === null && (isGone(parent) || isGone(parent2))) yield { code: 'I-81', text: `The ${nameOfCommit(commit)} follows a commit that was removed for good`, tract }
}

/** That the trash names steps that are there. */
export function* checkTrash({ db, commits }: Subject): Iterable<Found> {
  for (const { id, tract, record } of readTrash(db)) {
    const value = jsonOf(record)
    const ranges = isRecord(value) && isRanges(value['commits']) ? value['commits'] : null
    if (ranges === null) yield { code: 'I-72', text: `A part of the trash (${id}) has a record that is no list of commits`, tract }
    else if (each(ranges).some((key) => (commits.byId.get(key)?.purgedBy ?? (commits.byId.has(key) ? null : 0)) !== null)) yield { code: 'I-82', text: `A part of the trash (${id}) names commits that aren't there`, tract }
  }
}

function toldBy({ type, isNote, payload }: RawEntry): { readonly texts: Ranges; readonly commits: Ranges } | null {
  const value = isNote === 0 && (type === 'gc_pruned' || type === 'erased') ? jsonOf(payload) : undefined
  if (!isRecord(value)) return null
  const { texts, commits } = value
  return { texts: isRanges(texts) ? texts : [], commits: isRanges(commits) ? commits : [] }
}

const isRanges = (value: unknown): value is Ranges =>
  Array.isArray(value) && value.every((range) => Array.isArray(range) && range.length === 2 && range.every((key) => Number.isSafeInteger(key)) && (range[1] as number) - (range[0] as number) < 1e7)

const each = (ranges: Ranges = []): readonly number[] => ranges.flatMap(([first, last]) => Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i))
