import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A copy of a file, or a log of one, that this program keeps beside it. */
export type KeptCopy = { readonly name: string; readonly bytes: number }

/** `NAME.v4.bak`, `NAME-wal.2.bak`, and what a crash left of making one. */
const endings = /^(\.v\d+(\.\d+)?|-wal(\.\d+)?)\.bak(\.unfinished)?(-wal|-shm)?$/

export function listKeptCopies(path: string | null): readonly KeptCopy[] {
  if (path === null) return []
  const [folder, name] = [dirname(path), basename(path)]
  return readdirSync(folder)
    .filter((one) => one.startsWith(name) && endings.test(one.slice(name.length)))
    .map((one) => ({ name: one, bytes: statSync(join(folder, one), { throwIfNoEntry: false })?.size ?? 0 }))
}

/** Those that hold one of these hashes: whatever names a text holds it too. Words tell nothing: short ones stand in every file. */
export function copiesHolding(path: string | null, hashes: readonly string[]): readonly KeptCopy[] {
  const wanted = hashes.map((hash) => Buffer.from(hash, 'hex'))
  return listKeptCopies(path).filter(({ name }) => {
    const bytes = readFileSync(join(dirname(path ?? ''), name))
    return wanted.some((one) => bytes.includes(one))
  })
}

export function deleteCopies(path: string | null, copies: readonly KeptCopy[]): void {
  for (const { name } of copies) rmSync(join(dirname(path ?? ''), name), { force: true })
}
