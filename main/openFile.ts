import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Fault } from '../core/model/fault.ts'
import type { Ports } from '../core/model/ports.ts'
import { Workspace } from '../core/workspace.ts'
import type { ReadOnly } from './contract/app.ts'

export type FileAccess = 'write' | 'read'
/** An open workspace file; `readOnly` says why it takes no changes. There is always at least one tract to look at. */
export type OpenFile = { readonly workspace: Workspace; readonly readOnly: ReadOnly | null }

/** Opens a workspace file, to read only where it was asked for so or where nothing may be written. Faults: those of `Workspace.open`. */
export function openFile(path: string, access: FileAccess, ports: Ports): OpenFile {
  const why = access === 'read' ? 'chosen' : isProtected(path) ? 'protected' : null
  if (why !== null) return openToRead(path, why, ports)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  return { workspace: opened(path, 'write', ports, (workspace) => void (workspace.list().length === 0 && workspace.create({ name: 'Untitled tract' }))), readOnly: null }
}

function openToRead(path: string, why: ReadOnly['why'], ports: Ports): OpenFile {
  const workspace = opened(path, 'read', ports, (found) => {
    if (found.list().length === 0) throw new Fault('file/read-only', { path }) // there is nothing to look at, and nothing can be made
  })
  return { workspace, readOnly: { why, since: ports.clock.now() } }
}

function opened(path: string, access: FileAccess, ports: Ports, settle: (workspace: Workspace) => void): Workspace {
  const workspace = Workspace.open(path, { access, ifMissing: access === 'read' ? 'fail' : 'create', author: { kind: 'user', id: 'you' }, ports })
  try {
    settle(workspace)
    return workspace
  } catch (error) {
    workspace.close()
    throw error
  }
}

/** The file itself, or the folder, in which the database keeps its log. */
const isProtected = (path: string): boolean => existsSync(path) && ![path, dirname(path)].every(isWritable)

export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}
