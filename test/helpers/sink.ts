import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A stranger's server: keeps everything that is sent to it, and finds nothing, or sends everybody on. */
export type Sink = AsyncDisposable & { readonly url: string; readonly port: number; /** Every request to the letter: its line, its headers, its body. */ readonly heard: readonly string[] }

export async function openSink(sendsOnTo: string | null = null): Promise<Sink> {
  const heard: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      heard.push([`${request.method} ${request.url}`, ...request.rawHeaders, Buffer.concat(chunks).toString('utf8')].join('\n'))
      if (sendsOnTo === null) response.writeHead(404, { 'content-type': 'application/json' }).end('{"detail":"Not Found"}')
      else response.writeHead(307, { location: sendsOnTo + request.url }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    heard,
    [Symbol.asyncDispose]: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
