import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readJsonFile, writeJsonFile } from '../jsonFile.ts'

const shape = z.object({ pid: z.number().int(), startedAt: z.string(), port: z.number().int() })
export type HostLock = { readonly other: { readonly pid: number; readonly port: number } | null; readonly release: () => void }

/** Notes in the data folder that a host runs here. `other` is one that runs already; both can, they share the files safely. */
export function takeLock(dataDir: string, port: number): HostLock {
  const path = join(dataDir, 'host.lock')
  const other = readOther(path)
  if (other) return { other, release: () => {} }
  writeJsonFile(path, { pid: process.pid, startedAt: startOf(process.pid), port })
  return { other: null, release: () => rmSync(path, { force: true }) }
}

function readOther(path: string): HostLock['other'] {
  try {
    const found = shape.parse(readJsonFile(path))
    return isAlive(found.pid) && startOf(found.pid) === found.startedAt ? found : null
  } catch {
    return null // none, or what a crash left of one
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** When a process began, as the system tells it, where it does: a number is given to another process once its first one is gone. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
