import type { Channel } from './serve.ts'

/** The end of a message port that the main process of Electron holds: `MessagePortMain`. */
export type HostPort = {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
  once(event: 'close', listener: () => void): unknown
  postMessage(message: string): void
  close(): void
}

/** A port tells nothing of how much waits in it: the reader's own limit ends a stream that nobody reads. */
export const portChannel = (port: HostPort): Channel => ({
  onMessage: (run) => void port.on('message', ({ data }) => run(data)),
  onClose: (run) => void port.once('close', run),
  close: () => port.close(),
  send: async (text) => port.postMessage(text),
})
