import { describe, expect, test } from 'vitest'
import { commandLineSwitches, isGranted, isOwnTopFrame, isOwnUrl, webPreferences } from '../../../main/electron/policy.ts'

const dev = 'http://localhost:5173/'

test('a window can do no more than a web page', () => {
  expect(webPreferences('/preload.cjs', true)).toEqual({
    preload: '/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
    spellcheck: false,
    devTools: false,
    safeDialogs: true,
    navigateOnDragDrop: false,
  })
})

test('no name is resolved for a page, but the build tool\'s own while developing', () => {
  expect([commandLineSwitches(null), commandLineSwitches(dev)]).toEqual([[['host-resolver-rules', 'MAP * ~NOTFOUND']], [['host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost']]])
})

describe('what a page may load', () => {
  test.each(['app://tract/', 'app://tract/assets/a.js', 'data:image/png;base64,x', 'blob:app://tract/1'])('%s', (url) => {
    expect(isOwnUrl(url, null)).toBe(true)
  })
  test.each([
    'https://example.com/', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://other/', 'app://tract.evil/', 'ws://localhost/', 'ftp://x/', 'devtools://devtools/', 'about:blank', 'chrome://gpu',
    `${dev}main.tsx`,
  ])('not %s', (url) => {
    expect(isOwnUrl(url, null)).toBe(false)
  })
  test.each([['http://localhost:5173/main.tsx', true], ['ws://localhost:5173/?token=1', true], ['devtools://devtools/x', true], ['http://localhost:51730/', false], ['http://localhost:5173.evil.com/', false], ['https://example.com/', false]])(
    'while developing %s: %s',
    (url, isOwn) => {
      expect(isOwnUrl(url, dev)).toBe(isOwn)
    },
  )
})

test('nothing is granted but writing text to the clipboard', () => {
  const asked = ['clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fullscreen', 'hid', 'usb', 'fileSystem']
  expect(asked.filter(isGranted)).toEqual(['clipboard-sanitized-write'])
})

test('only our page at the top of a window may connect', () => {
  const [top, inner, other] = [{ origin: 'app://tract' }, { origin: 'app://tract' }, { origin: 'https://evil.com' }]
  expect([isOwnTopFrame(top, top, null), isOwnTopFrame(inner, top, null), isOwnTopFrame(other, other, null), isOwnTopFrame(null, top, null), isOwnTopFrame(top, top, dev)]).toEqual([true, false, false, false, false])
})
