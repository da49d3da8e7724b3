import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { Fault } from '../model/fault.ts'
import type { SavedFile } from '../model/fsck.ts'
import type { Database } from '../store/database.ts'
import { openDatabase } from '../store/open.ts'
import { fsck } from './fsck.ts'
import { saveCopy } from './saveCopy.ts'

/**
 * Writes a copy of an open file while work goes on, and checks it before it gets its name. What lay at `path` is replaced at the last moment, whole.
 * Faults: `file/exists-open`, `file/save-failed`, `file/full`, `file/closed`.
 */
export async function backup(file: Database, path: string, { signal }: { readonly signal?: AbortSignal } = {}): Promise<SavedFile> {
  const digest = await saveCopy(file, path, signal, (unfinished) => checkCopy(file, unfinished))
  return { path: resolve(path), sizeBytes: statSync(path).size, digest }
}

function checkCopy(file: Database, path: string): string {
  const copy = openDatabase(path, { ifMissing: 'fail', types: file.read.types })
  try {
    const { ok, digest, findings } = fsck(copy, 'full')
    const worst = findings.find(({ severity }) => severity === 'fatal' || severity === 'error')
    if (!ok || digest === null) throw new Fault('file/save-failed', { path, found: `the copy is damaged, and so may be the file: ${worst?.text.replace(/\.$/, '') ?? 'not all of it can be read'}` })
    return digest
  } finally {
    copy.close()
  }
}
