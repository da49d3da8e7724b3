import { isNearby } from '../core/llm/models.ts'
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
  if (/[?#]/.test(text)) throw refuse('an address with ? or # in it')
  if (url.protocol === 'http:' && !isNearby(text)) throw refuse('plain http to a host on the internet: use https')
  return text
}

const refuse = (found: string) => new Fault('settings/bad-value', { field: 'address', found })
