import { describe, expect, test } from 'vitest'
import { checkAddress } from '../../main/address.ts'
import { Fault } from '../../core/model/fault.ts'

describe('the address of a provider', () => {
  test.each([
    ['https://api.example.com/v1', 'https://api.example.com/v1'],
    ['  https://api.example.com/v1/  ', 'https://api.example.com/v1'],
    ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1'],
    ['http://localhost:1234', 'http://localhost:1234'],
    ['http://[::1]:1234', 'http://[::1]:1234'],
    ['http://192.168.1.20:11434', 'http://192.168.1.20:11434'],
    ['http://172.31.0.2', 'http://172.31.0.2'],
    ['http://nas.local', 'http://nas.local'],
    ['http://ollama:11434', 'http://ollama:11434'],
    ['http://2130706433/', 'http://2130706433'],
    ['', ''],
    ['  ', ''],
  ])('%j is taken', (typed, kept) => {
    expect(checkAddress(typed)).toBe(kept)
  })

  test.each([
    ['http://api.example.com', 'plain http to a host on the internet: use https'],
    ['http://172.32.0.1', 'plain http to a host on the internet: use https'],
    ['http://10.evil.com', 'plain http to a host on the internet: use https'],
    ['http://127.0.0.1.evil.com', 'plain http to a host on the internet: use https'],
    ['https://user:pass@example.com', 'an address with a user name or password in it'],
    ['http://me@localhost', 'an address with a user name or password in it'],
    ['https://example.com/v1?key=1', 'an address with ? or # in it'],
    ['https://example.com/v1?', 'an address with ? or # in it'],
    ['https://example.com/#a', 'an address with ? or # in it'],
    ['file:///etc/passwd', 'anything but an address that begins with https:// or http://'],
    ['ftp://example.com', 'anything but an address that begins with https:// or http://'],
    ['javascript:alert(1)', 'anything but an address that begins with https:// or http://'],
    ['api.example.com', 'anything but an address that begins with https:// or http://'],
  ])('%j is refused', (typed, found) => {
    expect(() => checkAddress(typed)).toThrow(new Fault('settings/bad-value', { field: 'address', found }))
  })
})
