import { fstatSync } from 'node:fs'

const lookMs = 300

/** Calls `stop` when the process that started this one is gone: npm passes no signals on, so its end is all there is to see. */
export function stopWithParent(stop: () => void): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, lookMs).unref()
  if (isPipe(0)) process.stdin.once('end', stop).once('error', stop).resume()
}

function isPipe(descriptor: number): boolean {
  try {
    const found = fstatSync(descriptor)
    return found.isFIFO() || found.isSocket()
  } catch {
    return false
  }
}
