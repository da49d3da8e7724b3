import { ipcMain } from 'electron'
import type { MessagePortMain, WebContents } from 'electron'
import type { App } from '../app.ts'
import { portChannel } from '../portChannel.ts'
import { serve } from '../serve.ts'
import { isOwnTopFrame } from './policy.ts'

const ipcChannel = 'tract:port'

/** Lets the pages of our own windows connect: each hands over one end of a message port. A page that is reloaded hands over a new one. */
export function acceptPorts(app: App, isOurs: (contents: WebContents) => boolean, devUrl: string | null): void {
  const connected = new Map<number, MessagePortMain>()
  ipcMain.on(ipcChannel, ({ ports, sender, senderFrame }) => {
    const [port] = ports
    if (!port) return
    if (!isOurs(sender) || !isOwnTopFrame(senderFrame, sender.mainFrame, devUrl)) {
      app.log('warn', 'connection refused', { why: 'not a window of ours' })
      port.close()
      return
    }
    connected.get(sender.id)?.close()
    connected.set(sender.id, port)
    sender.once('destroyed', () => connected.get(sender.id)?.close())
    serve(app, portChannel(port))
    port.start()
  })
}
