import { RPCHandler } from '@orpc/server/websocket'
import type { App } from './app.ts'
import { router } from './handlers/router.ts'
import { isWithinLimits } from './limits.ts'

/** One connection to one page, whatever carries it: texts in, texts out. */
export type Channel = {
  onMessage(run: (message: unknown) => void): void
  onClose(run: () => void): void
  /** Resolves when the next text may follow; whoever streams waits for it, so a slow page fills no memory here. */
  send(text: string): Promise<void>
  close(): void
}

/**
 * Serves the contract over a channel until it closes. Both hosts come through here, so a page can do the same in either. A message that is no text,
 * too large or too deep ends the connection: our page sends none.
 */
export function serve(app: App, channel: Channel): void {
  const peer = { send: (message: unknown) => channel.send(message as string), addEventListener: () => {} }
  const drop = (why: string) => {
    app.log('warn', 'connection dropped', { why })
    channel.close()
  }
  channel.onMessage((message) => {
    if (typeof message !== 'string') return drop('a message that is no text')
    if (!isWithinLimits(message)) return drop('a message over the limits')
    handler.message(peer, message, { context: { app } }).catch((error: unknown) => {
      // Its words may quote the message, so only its kind is written.
      if (!isGone(error)) app.log('warn', 'message not served', { name: error instanceof Error ? error.name : typeof error, characters: message.length })
    })
  })
  channel.onClose(() => handler.close(peer))
}

const handler = new RPCHandler(router)
const isGone = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError'
