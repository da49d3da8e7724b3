import { describe, expect, test } from 'vitest'
import { admit, admitPage } from '../../../main/web/admit.ts'
import type { Asked } from '../../../main/web/admit.ts'

const door = { port: 4100, token: 'the-token' }
const asked: Asked = { method: 'POST', isUpgrade: false, host: '127.0.0.1:4100', origin: 'http://127.0.0.1:4100', site: 'same-origin', contentType: 'application/json', token: 'the-token' }

describe('who may ask for data', () => {
  test.each<[string, Partial<Asked>]>([
    ['our page', {}],
    ['our page under the other name of this machine', { host: '[::1]:4100', origin: 'http://[::1]:4100' }],
    ['a browser that doesn\'t tell how it sees the page', { site: null }],
    ['a program that reads', { method: 'GET', origin: null, site: null, contentType: null }],
    ['JSON with a charset', { contentType: 'application/json; charset=utf-8' }],
    ['a socket of our page', { method: 'GET', isUpgrade: true, contentType: null }],
  ])('%s', (_name, change) => {
    expect(admit({ ...asked, ...change }, door)).toBe('admitted')
  })

  test.each<[string, Partial<Asked>]>([
    ['a name that begins like ours', { host: '127.0.0.1:41000', origin: 'http://127.0.0.1:41000' }],
    ['a name that ends like ours', { host: 'evil.127.0.0.1:4100', origin: 'http://evil.127.0.0.1:4100' }],
    ['our name without the port', { host: '127.0.0.1', origin: 'http://127.0.0.1' }],
    ['two hosts', { host: null }],
    ['our page under another of our names', { origin: 'http://localhost:4100' }],
    ['our host over another scheme', { origin: 'https://127.0.0.1:4100' }],
    ['a page on another port of this machine', { site: 'same-site' }],
    ['a page elsewhere', { site: 'cross-site' }],
    ['a form', { contentType: 'text/plain' }],
    ['a type that begins like JSON', { contentType: 'application/jsonp' }],
    ['a write without a page', { origin: null }],
    ['a socket without a page', { method: 'GET', isUpgrade: true, origin: null }],
  ])('not %s', (_name, change) => {
    expect(admit({ ...asked, ...change }, door)).toBe('refused')
  })

  test.each<[string | null, string]>([
    [null, 'noToken'],
    ['', 'wrongToken'],
    ['the-tokem', 'wrongToken'],
    ['the-token-and-more', 'wrongToken'],
    ['thé-token', 'wrongToken'],
  ])('not with the token %j', (token, admission) => {
    expect(admit({ ...asked, token }, door)).toBe(admission)
  })
})

test('the page itself is for our own names, and for no other page', () => {
  const page = { ...asked, method: 'GET', token: null, site: null, contentType: null }
  expect({
    opened: admitPage({ ...page, origin: null }, door),
    ownParts: admitPage(page, door),
    otherPage: admitPage({ ...page, origin: 'http://evil.com' }, door),
    otherName: admitPage({ ...page, origin: null, host: 'evil.com' }, door),
  }).toEqual({ opened: true, ownParts: true, otherPage: false, otherName: false })
})
