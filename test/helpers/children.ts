import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A process that runs one of the scripts beside this file and says things line by line. */
export type Child<Line> = {
  /** What it has said so far. */
  readonly lines: readonly Line[]
  /** Resolves when it has said so many lines; rejects when it ends before. */
  said(count: number): Promise<void>
  kill(): Promise<void>
  /** Resolves when it has ended; rejects unless it ended well. */
  ended(): Promise<void>
}

export function startChild<Line>(script: string, ...args: readonly string[]): Child<Line> {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [join(import.meta.dirname, script), ...args])
  const lines: Line[] = []
  let errors = ''
  let waiting: readonly { readonly count: number; readonly tell: () => void }[] = []
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => {
    const parsed = parse<Line>(line)
    if (parsed === null) return
    lines.push(parsed.line)
    for (const waiter of waiting.filter(({ count }) => count <= lines.length)) waiter.tell()
  })
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  const read = once(reader, 'close')
  return {
    lines,
    said: (count) => Promise.race([
      new Promise<void>((tell) => (lines.length >= count ? tell() : (waiting = [...waiting, { count, tell }]))),
      closed.then(() => Promise.reject(new Error(`It ended after ${lines.length} lines: ${errors}`))),
    ]),
    async kill() {
      child.kill('SIGKILL')
      await Promise.all([closed, read])
    },
    async ended() {
      const [code, signal] = await closed
      await read
      if (code !== 0) throw new Error(`It ended with ${code ?? signal}: ${errors}`)
    },
  }
}

/** A line that a kill cut in the middle was never said. */
function parse<Line>(line: string): { readonly line: Line } | null {
  try {
    return { line: JSON.parse(line) as Line }
  } catch {
    return null
  }
}
