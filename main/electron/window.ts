import { BrowserWindow, dialog } from 'electron'
import type { Log } from '../ports.ts'
import { pageOrigin, webPreferences } from './policy.ts'

type WindowParts = { readonly preload: string; readonly isPackaged: boolean; readonly devUrl: string | null; readonly log: Log }

const crashWindowMs = 60_000

/** Opens the window. It is shown when there is something to see. */
export function openWindow({ preload, isPackaged, devUrl, log }: WindowParts): BrowserWindow {
  const window = new BrowserWindow({ width: 1360, height: 880, minWidth: 880, minHeight: 600, show: false, title: 'Tract Studio', webPreferences: webPreferences(preload, isPackaged) })
  window.once('ready-to-show', () => window.show())
  reloadAfterCrash(window, log)
  void window.loadURL(devUrl ?? `${pageOrigin}/`)
  return window
}

/** A page that crashed is loaded again once; the second time within a minute a person is asked, so that no loop hides what is wrong. */
function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let crashedAt = -Infinity
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('error', 'the page crashed', { reason })
    const isAgain = performance.now() - crashedAt < crashWindowMs
    crashedAt = performance.now()
    if (!isAgain) return window.webContents.reload()
    void askToReload(window)
  })
}

async function askToReload(window: BrowserWindow): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working twice.',
    detail: 'Nothing you said is lost: everything is saved as it happens.',
    buttons: ['Load it again', 'Quit'],
  })
  if (response === 0) window.webContents.reload()
  else window.close()
}
