import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A port that nobody uses now: a host started again on it has the same address, and the browser the same storage. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
