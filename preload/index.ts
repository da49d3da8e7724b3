import { contextBridge, ipcRenderer } from 'electron'
import { portMessage } from './bridge.ts'
import type { TractHost } from './bridge.ts'

const host: TractHost = { kind: 'electron' }
contextBridge.exposeInMainWorld('tractHost', host)

// A port can't pass the bridge, but a message of the window can carry it. It is all the page can do here: no other call reaches the main process.
window.addEventListener('message', ({ source, data, ports }) => {
  const [port] = ports
  if (source === window && data === portMessage && port) ipcRenderer.postMessage('tract:port', null, [port])
})
