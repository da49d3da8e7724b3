import type { ReadDb } from './database.ts'

const orders = { tracts: 'id', refs: 'tract, name', operations: 'id', calls: 'id', partials: 'id', merges: 'id', compressions: 'id', proposals: 'id', trash: 'id' } as const

/** Every table that the journal can make again. */
export type Projection = keyof typeof orders
export const projections = Object.keys(orders) as readonly Projection[]

/** All rows of a projection, in an order of their own. */
export const readProjection = (db: ReadDb, name: Projection): readonly (readonly unknown[])[] => db.rows(`select * from ${name} order by ${orders[name]}`)
