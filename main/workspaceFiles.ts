import { lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Fault } from '../core/model/fault.ts'
import type { FileOffer } from './contract/files.ts'
import { isWritable } from './openFile.ts'
import type { Ids } from './ports.ts'

export type WorkspaceFiles = {
  /** Workspace files beside the open one, and `recent` ones that are still there; newest first. */
  offer(open: string, recent: readonly string[]): readonly FileOffer[]
  /** The path behind a handle that was given out. Faults: `file/bad-handle`, `file/not-found`. */
  pathOf(handle: string): string
}

/** Names files by handles of our own, so that a page can only ask for a file it was offered, never for a path. */
export function createWorkspaceFiles(ids: Ids): WorkspaceFiles {
  const paths = new Map<string, string>()
  const handles = new Map<string, string>()
  const handleOf = (path: string): string => {
    const handle = handles.get(path) ?? ids.next()
    handles.set(path, handle)
    paths.set(handle, path)
    return handle
  }
  return {
    offer(open, recent) {
      const beside = filesIn(dirname(open))
      const found = [...new Set([open, ...beside, ...recent])].flatMap((path) => look(path))
      return found.map(({ path, modifiedAt }) => ({ handle: handleOf(path), name: nameOf(path), path, modifiedAt, isOpen: path === open })).toSorted((a, b) => b.modifiedAt - a.modifiedAt)
    },
    pathOf(handle) {
      const path = paths.get(handle)
      if (path === undefined) throw new Fault('file/bad-handle', { handle })
      if (look(path).length === 0) throw new Fault('file/not-found', { path })
      return path
    },
  }
}

/** A file's name as a person says it: without folder and ending. */
export const nameOf = (path: string): string => basename(path, extname(path))

const ending = '.tract'
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Where a new workspace of this name would lie. Faults: `file/bad-name`, `file/exists`. */
export function newPath(folder: string, typed: string): string {
  const name = typed.trim().replace(/\.tract$/i, '').normalize('NFC')
  const refuse = (found: string) => new Fault('file/bad-name', { name: typed, found })
  if (name === '') throw refuse('it is empty')
  if (/[\\/:*?"<>|]/.test(name)) throw refuse('it holds one of \\ / : * ? " < > |')
  if (/[\p{Cc}\p{Cf}\p{Cs}]/u.test(name)) throw refuse('it holds characters that can\'t be seen')
  if (/^\.|[. ]$/.test(name)) throw refuse('it begins or ends with a dot')
  if (reserved.test(name)) throw refuse('the name belongs to the system')
  const path = join(folder, name + ending)
  if (lstatSync(path, { throwIfNoEntry: false })) throw new Fault('file/exists', { name })
  return path
}

/** Where a copy of a file would lie: beside it, or in `otherwise` where nothing may be written there; under a name that is free. */
export function copyPath(file: string, otherwise: string, word: 'copy' | 'repaired'): string {
  const folder = isWritable(dirname(file)) ? dirname(file) : otherwise
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (let nth = 1; ; nth += 1) {
    const path = join(folder, `${nameOf(file)} ${word}${nth === 1 ? '' : ` ${nth}`}${ending}`)
    if (!lstatSync(path, { throwIfNoEntry: false })) return path
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(ending)).map((name) => join(folder, name))
  } catch {
    return []
  }
}

/** A plain file at exactly this place: no link, no pipe, no folder, and no way out of its folder by a link on the path. */
function look(path: string): readonly { readonly path: string; readonly modifiedAt: number }[] {
  try {
    const found = lstatSync(path)
    const isHere = realpathSync(path) === join(realpathSync(dirname(path)), basename(path))
    return found.isFile() && isHere && resolve(path) === path ? [{ path, modifiedAt: Math.round(found.mtimeMs) }] : []
  } catch {
    return []
  }
}
