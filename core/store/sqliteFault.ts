import { Fault } from '../model/fault.ts'

/** The driver's error as a fault people can read; everything else as it is. */
export function sqliteFault(error: unknown, path: string | null): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (error instanceof Fault || typeof code !== 'string' || !code.startsWith('SQLITE_')) return closedFault(error, path)
  const file = path ?? 'the workspace in memory'
  const cause = { cause: error }
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return new Fault('file/busy', { path: file }, cause)
  if (code.startsWith('SQLITE_FULL')) return new Fault('file/full', { path: file }, cause)
  if (code.startsWith('SQLITE_READONLY')) return new Fault('file/read-only', { path: file }, cause)
  if (code.startsWith('SQLITE_CORRUPT')) return new Fault('file/damaged', { path: file, found: (error as Error).message }, cause)
  if (code.startsWith('SQLITE_NOTADB')) return new Fault('file/not-tract', { path: file, found: 'it is not a database' }, cause)
  if (code === 'SQLITE_NOMEM' || code === 'SQLITE_IOERR_NOMEM') return new Fault('file/unusable', { path: file, found: 'there is no memory left' }, cause)
  if (/^SQLITE_(CANTOPEN|IOERR|PERM|AUTH|NOLFS)/.test(code)) return new Fault('file/unusable', { path: file, found: (error as Error).message }, cause)
  return error
}

function closedFault(error: unknown, path: string | null): unknown {
  const isClosed = error instanceof TypeError && error.message === 'The database connection is not open'
  return isClosed ? new Fault('file/closed', { path }, { cause: error }) : error
}
