import type { CommitKey } from './commits.ts'
import type { ReadDb } from './database.ts'
import type { Stretch } from './lines.ts'
import type { Place } from './segments.ts'

/**
 * A place and when it was made: a commit's row comes after its parents', so going by rows meets every commit before what it stands on. (By
 * generation it would too, but where one side grows faster than the other it would first walk all that the faster one has on top.)
 */
export type Spot = Place & { readonly made: CommitKey }
export type MergeSpot = Spot & { readonly parents: readonly [first: Spot, second: Spot] }

/** Up to `limit` merges of a segment at or below a generation, newest first. */
export function listMergesBelow(db: ReadDb, { segment, generation }: Place, limit: number): readonly MergeSpot[] {
  return db.rows<[number, CommitKey, number, number, CommitKey, number, number, CommitKey]>(
    `select c.generation, c.id, p.segment, p.generation, p.id, q.segment, q.generation, q.id
     from commits as c join commits as p on p.id = c.parent join commits as q on q.id = c.parent2
     where c.segment = ? and c.generation <= ? and c.parent2 is not null order by c.generation desc limit ?`, segment, generation, limit,
  ).map(([at, made, segment1, generation1, made1, segment2, generation2, made2]) => ({
    segment, generation: at, made,
    parents: [{ segment: segment1, generation: generation1, made: made1 }, { segment: segment2, generation: generation2, made: made2 }],
  }))
}

/** What a segment begins with, and what it goes on from. */
export type Beginning = { readonly first: Spot; readonly parent: Spot | null }

export function getBeginning(db: ReadDb, segment: number): Beginning {
  const [row] = db.rows<[number, CommitKey, number | null, number | null, CommitKey | null]>(
    `select c.generation, c.id, p.segment, p.generation, p.id from commits as c
     left join segments as s on s.id = c.segment left join commits as p on p.id = s.parent where c.segment = ? order by c.generation limit 1`, segment,
  )
  if (!row) throw new Error(`BUG: no segment ${segment}`)
  const [generation, made, before, at, parent] = row
  return { first: { segment, generation, made }, parent: before === null || at === null || parent === null ? null : { segment: before, generation: at, made: parent } }
}

export type MergeOn = Place & { readonly id: CommitKey; readonly second: Place }

/** All merges on these stretches, in each the oldest first. */
export function listMergesOn(db: ReadDb, stretches: readonly Stretch[]): readonly MergeOn[] {
  const asked = JSON.stringify(stretches.map(({ segment, from, to }) => [segment, from, to]))
  return db.rows<[number, number, CommitKey, number, number]>(
    `select c.segment, c.generation, c.id, q.segment, q.generation from json_each(?) as k
     cross join commits as c on c.segment = (k.value ->> 0) and c.generation between (k.value ->> 1) and (k.value ->> 2) and c.parent2 is not null
     join commits as q on q.id = c.parent2 order by k.key, c.generation`, asked,
  ).map(([segment, generation, id, segment2, generation2]) => ({ segment, generation, id, second: { segment: segment2, generation: generation2 } }))
}

/** Where each of these segments goes on from; none where it begins a history. */
export function listForkPlaces(db: ReadDb, segments: readonly number[]): ReadonlyMap<number, Place> {
  const rows = db.rows<[number, number, number]>(
    'select s.id, c.segment, c.generation from json_each(?) as k cross join segments as s on s.id = k.value join commits as c on c.id = s.parent', JSON.stringify(segments),
  )
  return new Map(rows.map(([id, segment, generation]) => [id, { segment, generation }]))
}
