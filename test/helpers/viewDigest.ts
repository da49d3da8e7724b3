import BetterSqlite3 from 'better-sqlite3'

/** What counts up whatever is done, and what is only there to undo with. */
const counters = new Set(['current_operation', 'redo', 'seq', 'last_used_at', 'updated_at'])
/** Projections that acts change and undo puts back. `operations` and `calls` only record. */
const tables = { tracts: 'id', refs: 'tract, name', partials: 'id', merges: 'id', compressions: 'id', proposals: 'id', trash: 'id' } as const

/** Everything that undo must put back, read past the library from a file: every row of those projections but its counters, settings in an order of their own. */
export function viewDigest(path: string): readonly string[] {
  const driver = new BetterSqlite3(path, { readonly: true })
  try {
    return Object.entries(tables).flatMap(([table, order]) => (driver.prepare(`select * from ${table} order by ${order}`).all() as object[]).map((row) => `${table} ${readable(row)}`))
  } finally {
    driver.close()
  }
}

const readable = (row: object): string => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([column]) => !counters.has(column)).map(([column, value]) => [column, column === 'config' ? sorted(value as string) : value])))

const sorted = (json: string): unknown => Object.entries(JSON.parse(json) as object).toSorted(([a], [b]) => (a < b ? -1 : 1))
