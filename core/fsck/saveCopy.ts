import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Fault } from '../model/fault.ts'
import type { Database } from '../store/database.ts'
import { flush } from '../store/migrationCopy.ts'

/**
 * Copies an open file under another name, lets `finish` look at the copy or work on it, and then gives it its own name: whoever finds a file at `path`
 * finds a whole one. Faults: `file/exists-open`, `file/save-failed`, `file/full`, `file/closed`; those of `finish`.
 */
export async function saveCopy<R>(file: Database, path: string, signal: AbortSignal | undefined, finish: (unfinished: string) => R): Promise<R> {
  const target = resolve(path)
  checkTarget(file, target)
  const unfinished = `${target}.${randomUUID().slice(0, 8)}.unfinished`
  try {
    signal?.throwIfAborted()
    await file.backup(unfinished, () => signal?.throwIfAborted())
    signal?.throwIfAborted()
    const result = finish(unfinished)
    flush(unfinished)
    renameSync(unfinished, target)
    flush(dirname(target))
    return result
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(unfinished + suffix, { force: true })
    if (signal?.aborted) throw signal.reason
    throw asSaveFault(error, target, unfinished)
  }
}

/** A file with unwritten pages beside it is open somewhere, or was when the power failed: another one in its place would be taken for damaged. */
function checkTarget(file: Database, target: string): void {
  const [there, own] = [target, file.path].map((path) => (path === null ? undefined : statSync(path, { throwIfNoEntry: false })))
  const isOwn = there !== undefined && own !== undefined && there.ino === own.ino && there.dev === own.dev
  const hasUnwritten = (statSync(`${target}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  if (isOwn || target === file.path || hasUnwritten) throw new Fault('file/exists-open', { path: target })
  if (there && !there.isFile()) throw new Fault('file/save-failed', { path: target, found: 'something that is no file lies there' })
}

const asTheyAre: ReadonlySet<string> = new Set(['file/closed', 'file/exists-open', 'file/read-only'])

/** Nobody asked for the unfinished file, nor finds it afterwards: it is told by the name it was to have. */
function asSaveFault(error: unknown, target: string, unfinished: string): Fault {
  const named = (text: string): string => text.replaceAll(unfinished, target).replace(/\.$/, '')
  if (Fault.is(error, 'file/save-failed')) return new Fault('file/save-failed', { path: target, found: named(error.data.found) }, { cause: error })
  if (Fault.is(error, 'file/full')) return new Fault('file/full', { path: target }, { cause: error })
  if (Fault.is(error) && asTheyAre.has(error.code)) return error
  const found = Fault.is(error) && 'found' in error.data ? error.data.found : error instanceof Error ? error.message : String(error)
  return new Fault('file/save-failed', { path: target, found: named(found) }, { cause: error })
}
