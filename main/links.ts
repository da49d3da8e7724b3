/** A link that may be offered to the system's browser; null for any other. `host` is as the browser will see it, so look-alike letters show. */
export type Link = { readonly url: string; readonly host: string; readonly isSecure: boolean }

const maxLength = 2048

/** Looks at a link as it stands in a text: web addresses only, and none that hides its host behind a user name. */
export function readLink(text: string): Link | null {
  if (text.length > maxLength || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  if (url.username !== '' || url.password !== '') return null
  return { url: url.href, host: url.host, isSecure: url.protocol === 'https:' }
}
