import { readFileSync, type Stats, statSync } from 'node:fs'
import { Fault } from '../model/fault.ts'

/** Beyond it reading from memory would be no help: 1 GiB. */
const maxBytes = 2 ** 30

/**
 * A file's bytes, for a connection that reads them from memory. Only a file without a journal beside it holds all that was written to it; with one
 * there, or when the file changes while it is read, it is left alone. Faults: `file/unusable`, `file/busy`.
 */
export function readWhole(file: string): Buffer {
  const before = lookAt(file)
  if (before.size > maxBytes) throw new Fault('file/unusable', { path: file, found: 'it is larger than 1 GiB, too much to be read into memory' })
  const bytes = readFileSync(file)
  const after = lookAt(file)
  if (before.mtimeMs !== after.mtimeMs || before.size !== after.size || before.ino !== after.ino) throw new Fault('file/busy', { path: file })
  return asMemoryFile(bytes)
}

/** A database in memory can't keep a write-ahead log: the header's two format numbers say so. */
export const asMemoryFile = (bytes: Buffer): Buffer => (bytes.length < 20 ? bytes : bytes.fill(1, 18, 20))

function lookAt(file: string): Stats {
  const journal = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (journal && journal.size > 0) throw new Fault('file/unusable', { path: file, found: `the newest work lies in ${file}-wal, and can't be read where nothing may be written` })
  return statSync(file)
}
