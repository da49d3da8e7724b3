import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type HostOptions = { readonly file: string; readonly dataDir: string; /** 0: any free one. */ readonly port?: number }
/** The real web host, as a process of its own. */
export type WebHost = {
  /** With the token of this start. */
  readonly url: string
  readonly port: number
  /** Asks it to end, and waits until it has. Fails where it has to be forced. */
  stop(): Promise<void>
  /** Ends it without a warning, as a power cut does. */
  kill(): Promise<void>
  /** What it wrote to its error output. */
  errors(): string
}

const root = join(import.meta.dirname, '../..')

/** Starts the built host and waits for its address. */
export async function startWebHost({ file, dataDir, port = 0 }: HostOptions): Promise<WebHost> {
  const child = spawn(process.execPath, [join(root, 'out/main/web.js'), '--workspace', file, '--port', String(port)], {
    env: hostEnvironment(dataDir),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (part) => (errors += String(part)))
  const url = await readyUrl(child, () => errors)
  return {
    url,
    port: Number(new URL(url).port),
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
    errors: () => errors,
  }
}

/** Ours without anybody's keys: a test must never find, let alone use, a real one. */
export function hostEnvironment(dataDir: string): { [name: string]: string } {
  const kept = Object.entries(process.env).filter(([name]) => !/_API_KEY$|^(?:OPENAI|ANTHROPIC)_|^(?:NODE_OPTIONS|FORCE_COLOR|NO_COLOR)$/.test(name))
  return { ...(Object.fromEntries(kept) as { [name: string]: string }), TRACT_STUDIO_DATA: dataDir }
}

/** Listens on: a stream that nobody reads any more would end the host at its next word. */
function readyUrl(child: ChildProcess, errors: () => string): Promise<string> {
  let text = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      text += String(part)
      const url = /^Tract Studio ready: (\S+)\n/m.exec(text)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`the host ended with ${code} before it was ready: ${text}${errors()}`)))
  })
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}
