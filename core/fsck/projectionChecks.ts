import { encodings } from '../store/commitKinds.ts'
import type { RawTract } from '../store/fsckRows.ts'
import { readCalls, readCompressions, readMerges, readOperations, readPartials, readProposals, readTrash } from '../store/fsckRows.ts'
import type { Code, Found } from './finding.ts'
import { refName, type ReplayedTract } from './replayed.ts'
import { nameOfCommit, type Subject } from './subject.ts'

/** Everything that can change, compared with what the journal says. */
export function* checkProjections(subject: Subject): Iterable<Found> {
  yield* checkTracts(subject)
  yield* checkRefValues(subject)
  yield* compare('I-47', 'operation', subject.replayed.operations, readOperations(subject.db).map(({ id, ...row }) => [id, row]), ({ isUndoable, ...row }) => ({ ...row, isUndoable: isUndoable ? 1 : 0 }))
  yield* compare('I-47', 'call', subject.replayed.records.calls, readCalls(subject.db).map(({ id, ...row }) => [id, row]))
  yield* compare('I-47', 'unfinished answer', subject.replayed.records.partials, readPartials(subject.db).map(({ id, tract, record }) => [id, { tract, record }]))
  yield* compare('I-47', 'waiting merge', subject.replayed.records.merges, readMerges(subject.db).map(({ id, ...row }) => [id, row]))
  yield* compare('I-47', 'waiting compression', subject.replayed.records.compressions, readCompressions(subject.db).map(({ id, ...row }) => [id, row]))
  yield* compare('I-47', 'part of the trash', subject.replayed.records.trash, readTrash(subject.db).map(({ id, ...row }) => [id, row]))
  yield* compare('I-47', 'proposal', subject.replayed.records.proposals, readProposals(subject.db).map(({ id, ...row }) => [id, row]))
  yield* checkEncodings(subject)
}

function* compare<Key extends string | number, Told extends { readonly tract: number }>(
  code: Code, what: string, told: ReadonlyMap<Key, Told>, rows: readonly (readonly [Key, { readonly tract: number }])[], asRow: (told: Told) => object = (one) => one,
): Iterable<Found> {
  const here = new Map(rows)
  for (const [key, one] of told) {
    const row = here.get(key)
    if (!row) yield { code, text: `The ${what} ${key} is missing`, tract: one.tract }
    else if (!isSameRow(asRow(one), row)) yield { code, text: `The ${what} ${key} is not as the journal says`, tract: one.tract }
  }
  for (const [key, { tract }] of here) if (!told.has(key)) yield { code, text: `The journal knows nothing of the ${what} ${String(key)}`, tract }
}

function isSameRow(a: object, b: object): boolean {
  const [ofA, ofB] = [a, b].map((row) => new Map(Object.entries(row)))
  return ofA?.size === ofB?.size && [...(ofA ?? [])].every(([field, value]) => ofB?.get(field) === value)
}

function* checkTracts({ tracts, replayed, commits }: Subject): Iterable<Found> {
  for (const [id, told] of replayed.tracts) {
    const row = tracts.byId.get(id)
    const about = { tract: id }
    if (!row) yield { code: 'I-47', text: `The tract "${told.name}" is missing`, ...about }
    else {
      const head = row.headBranch !== null ? { branch: row.headBranch } : { commit: commits.byId.get(row.headCommit ?? -1)?.hash }
      if (JSON.stringify(head) !== JSON.stringify(told.head) || (row.headBranch !== null && row.headCommit !== null)) yield { code: 'I-29', text: `HEAD of the tract "${told.name}" is not where the journal says`, ...about }
      for (const field of differing(row, told)) yield { code: 'I-47', text: `The ${field} of the tract "${told.name}" is not as the journal says`, ...about }
    }
  }
  for (const { id, name } of tracts.list) if (!replayed.tracts.has(id)) yield { code: 'I-47', text: `The journal knows nothing of the tract "${name}"`, tract: id }
}

function differing(row: RawTract, told: ReplayedTract): readonly string[] {
  const same: { readonly [words: string]: boolean } = {
    id: row.uuid === told.uuid,
    name: row.name === told.name,
    settings: row.config === JSON.stringify(told.config),
    'place of undo': row.currentOperation === told.currentOperation,
    'list of what redo brings again': row.redo === JSON.stringify(told.redo),
    'number of entries': row.seq === told.seq,
    'time of its making': row.createdAt === told.createdAt,
    'time it was last used': row.lastUsedAt === told.lastUsedAt,
  }
  return Object.entries(same).filter(([, isSame]) => !isSame).map(([words]) => words)
}

function* checkRefValues({ refs, replayed, commits }: Subject): Iterable<Found> {
  const here = new Map(refs.map((ref) => [refName(ref.tract, ref.name), ref]))
  for (const [key, { tract, name, commit, updatedAt }] of replayed.refs) {
    const ref = here.get(key)
    if (!ref) yield { code: 'I-30', text: `The ref "${name}" is missing`, tract }
    else if (ref.name !== name || ref.commit !== commit || ref.updatedAt !== updatedAt) yield { code: 'I-30', text: `The ref "${name}" is not where the journal says`, tract }
    if (!commits.byId.has(commit)) yield { code: 'I-28', text: `The ref "${name}" is to point at a commit (row ${commit}) that isn't there`, tract }
  }
  for (const [key, { tract, name }] of here) if (!replayed.refs.has(key)) yield { code: 'I-30', text: `The journal knows nothing of the ref "${name}"`, tract }
}

function* checkEncodings({ commits, replayed }: Subject): Iterable<Found> {
  for (const commit of commits.list) {
    const told = replayed.encodings.get(commit.id)
    if (told !== undefined && encodings[commit.encoding] !== told) yield { code: 'I-14', text: `The totals of ${nameOfCommit(commit)} are said to be counted in ${encodings[commit.encoding] ?? commit.encoding}; the tract's encoding was ${told}`, tract: commit.tract }
  }
}
