import { isIP } from 'node:net'
import { shortName } from './modelFacts.ts'

/** Whether a model may think for minutes before its first word. By name, as no provider says it. */
export function thinksLong(model: string): boolean {
  const name = shortName(model)
  return /^(o\d|gpt-[5-9]|deepseek-(r|reasoner)|qwq|qwen3|magistral|grok-[4-9])|thinking|reason|^claude-\D+-([4-9]|\d{2})(\D|$)/.test(name)
}

/** A server on this machine or its network: nothing travels far, but a model may have to be loaded first. */
export function isNearby(url: string): boolean {
  const host = hostOf(url).replace(/^\[|\]$/g, '')
  if (isIP(host) === 4) return /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\./.test(host)
  if (isIP(host) === 6) return /^(::1$|f[cd]|fe[89ab])/.test(host)
  // A name of one label is answered by the local network alone.
  return !host.includes('.') || /\.(local|localhost|internal|lan)$/.test(host)
}

/** The host of an address, without port; the text itself where it is none. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url
}

/** An address without user, password, query and fragment: fit to be shown. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return url.replace(/[?#].*$/, '')
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.replace(/\/+$/, '')}`
}
