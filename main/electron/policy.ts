import type { WebPreferences } from 'electron'

/** Where the page comes from. Its own scheme, so it shares nothing with any web site. */
export const scheme = 'app'
export const pageOrigin = `${scheme}://tract`

/** A window that can do no more than a web page, whatever is shown in it. */
export function webPreferences(preload: string, isPackaged: boolean): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
    spellcheck: false, // it would fetch dictionaries
    devTools: !isPackaged,
    safeDialogs: true,
    navigateOnDragDrop: false,
  }
}

/**
 * Switches that have to be set before the app is ready. No name is ever resolved for a page: a hint in a text could carry data out in the name
 * alone, past every policy. Models are asked by Node, which has a resolver of its own.
 */
export function commandLineSwitches(devUrl: string | null): readonly (readonly [name: string, value: string])[] {
  const exception = devUrl === null ? '' : `, EXCLUDE ${new URL(devUrl).hostname}`
  return [['host-resolver-rules', `MAP * ~NOTFOUND${exception}`]]
}

/** What a page may ask of the machine: to put text on the clipboard. Everything Electron would grant by default is refused. */
export const isGranted = (permission: string): boolean => permission === 'clipboard-sanitized-write'

/** Whether a page may load this: the third wall, behind what may be written into a page and what its policy lets through. */
export function isOwnUrl(url: string, devUrl: string | null): boolean {
  if (['data:', 'blob:', `${pageOrigin}/`].some((start) => url.startsWith(start))) return true
  if (devUrl === null) return false
  return url.startsWith('devtools:') || ['http:', 'ws:'].some((start) => url.startsWith(`${start}//${new URL(devUrl).host}/`))
}

/** Whether a message comes from our page in the window itself: a frame inside it, or a page that took its place, gets nothing. */
export function isOwnTopFrame(frame: { readonly origin: string } | null, top: { readonly origin: string }, devUrl: string | null): boolean {
  if (frame === null || frame !== top) return false
  return frame.origin === (devUrl === null ? pageOrigin : new URL(devUrl).origin)
}
