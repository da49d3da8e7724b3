import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder of its own that goes with the block that opened it. */
export type TempFolder = Disposable & { readonly path: string; /** The path of a file in it. */ file(name?: string): string }

export function tempFolder(): TempFolder {
  const path = mkdtempSync(join(tmpdir(), 'tract-test-'))
  return { path, file: (name = 'test.tract') => join(path, name), [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) }
}
