import { isIP } from 'node:net'
import { Fault } from '../core/model/fault.ts'

/**
 * Checks the address of a provider as a person typed it and gives it without blanks and closing slashes; empty stays empty.
 * Plain http is for machines nearby only: a key must not cross the internet in the clear. Faults: `settings/bad-value`.
 */
export function checkAddress(typed: string): string {
  const text = typed.trim().replace(/\/+$/, '')
  if (text === '') return ''
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !['http:', 'https:'].includes(url.protocol)) throw refuse('anything but an address that begins with https:// or http://')
  if (url.username !== '' || url.password !== '') throw refuse('an address with a user name or password in it')
  if (url.search !== '' || url.hash !== '') throw refuse('an address with ? or # in it')
  if (url.protocol === 'http:' && !isNearby(url.hostname)) throw refuse('plain http to a host on the internet: use https')
  return text
}

/** Whether a host can only be this machine or one on the network it is in. */
export function isNearby(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  switch (isIP(host)) {
    case 4:
      return /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\./.test(host)
    case 6:
      return host === '::1' || /^f[cd]|^fe[89ab]/.test(host)
    default:
      // A name of one label is answered by the local network alone.
      return !host.includes('.') || /\.(?:localhost|local|internal|lan)$/.test(host)
  }
}

const refuse = (found: string) => new Fault('settings/bad-value', { field: 'address', found })
