import { hash } from 'node:crypto'
import type { ReadDb } from '../store/database.ts'
import { type Projection, projections, readProjection } from '../store/projections.ts'

/** One hash per projection: equal tables, equal hashes. */
export function digestOf(db: ReadDb): { readonly [Name in Projection]: string } {
  return Object.fromEntries(projections.map((name) => [name, tableDigest(db, name)])) as { [Name in Projection]: string }
}

function tableDigest(db: ReadDb, name: Projection): string {
  const lines = readProjection(db, name).map((row) => JSON.stringify(row))
  return hash('sha256', lines.join('\n'))
}
