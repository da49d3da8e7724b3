/** Where a link in a message may lead. Everything else is shown as plain text. */
const schemes = new Set(['https:', 'http:', 'mailto:'])
const hidden = /[\p{Cc}\p{Cf}\s\\]/u

/** The address a link may open, or null. Only absolute http, https and mailto: no scripts, no files, no `//host`, nothing with hidden characters. */
export function safeLink(href: string | undefined): string | null {
  if (href === undefined || hidden.test(href) || !/^[a-z]+:/i.test(href)) return null
  const url = URL.canParse(href) ? new URL(href) : null
  if (url === null || !schemes.has(url.protocol)) return null
  if (url.protocol !== 'mailto:' && (!/^https?:\/\/[^/]/i.test(href) || url.username !== '' || url.password !== '')) return null
  return url.href
}

/** Where an image would have been fetched from, for the words that stand in its place. */
export function imageHost(source: string | undefined): string {
  if (source === undefined || source === '') return 'no address'
  if (/^data:/i.test(source)) return 'inside the message'
  return URL.canParse(source) ? new URL(source).host || new URL(source).protocol : 'no address'
}

/** The part of an address that decides where it goes: host, or mail address. */
export function linkTarget(href: string): string {
  const url = new URL(href)
  return url.protocol === 'mailto:' ? url.pathname : url.host
}
