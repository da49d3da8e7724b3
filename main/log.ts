import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Clock, Log } from './ports.ts'
import type { Secrets } from './secrets.ts'

/**
 * The one log: a line of JSON per entry, with ids, sizes and codes, never the words of a conversation. Secrets are taken out of the finished line,
 * so nothing that is added to it later can bring them back.
 */
export function createLog({ clock, secrets, write }: { readonly clock: Clock; readonly secrets: Secrets; readonly write: (line: string) => void }): Log {
  return (level, text, facts) => {
    // Twice: in the texts as they are, and in the line, where one may stand in another spelling.
    const entry = secrets.redactAll({ text, ...facts })
    const line = JSON.stringify({ at: new Date(clock.now()).toISOString(), level, ...entry })
    write(`${secrets.redact(line)}\n`)
  }
}

const maxBytes = 5_000_000

/** Writes lines to a file that only its owner reads; the one before is kept beside it. A log that can't be written stops nothing. */
export function logFile(path: string): (line: string) => void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    if (sizeOf(path) > maxBytes) renameSync(path, `${path}.old`)
  } catch {
    return () => {}
  }
  return (line) => {
    try {
      appendFileSync(path, line, { mode: 0o600 })
    } catch {
      // A full disk shows where it matters: at the next message that is saved.
    }
  }
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0
