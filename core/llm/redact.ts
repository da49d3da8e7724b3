import { secretPatterns } from '../model/secretPatterns.ts'

const replacement = '[removed]'
/** Shorter ones would tear ordinary words out of a text, and are no secrets. */
const minSecretLength = 6
const shownLength = 300

/**
 * Takes secrets out of any text that may be shown, stored or logged: those handed in, as they are and in base64, hex, URL- and JSON-escaped form,
 * and everything that looks like a key.
 */
export function redactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.filter((secret) => secret.length >= minSecretLength).flatMap(formsOf)
  const known = [...new Set(forms)].toSorted((a, b) => b.length - a.length)
  return (text) => redactPatterns(known.reduce((rest, form) => rest.replaceAll(form, replacement), text))
}

/** The first 300 characters of a foreign text on one line, without secrets and without characters that only steer a screen. */
export function shownText(text: string, redact: (text: string) => string): string {
  const line = redact(text).replace(/\p{Cc}+|\s+/gu, ' ').replace(/\p{Cf}/gu, '').trim().toWellFormed()
  return line.length <= shownLength ? line : `${line.slice(0, shownLength - 1).toWellFormed()}…`
}

function formsOf(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1)
  const bytes = Buffer.from(secret, 'utf8')
  return [secret, json, json.replaceAll('/', '\\/'), encodeURIComponent(secret), encodeURI(secret), bytes.toString('hex'), ...base64Forms(bytes)]
}

/** Base64 looks different by what stands before it: one form for each of the three places in a group, without the characters its neighbours share. */
function base64Forms(bytes: Buffer): readonly string[] {
  const forms = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').replace(/=+$/, '')
    const start = before === 0 ? 0 : before + 1
    const end = (before + bytes.length) % 3 === 0 ? text.length : text.length - 1
    return [text.slice(start, end)]
  })
  return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))].filter((form) => form.length >= minSecretLength)
}

const redactPatterns = (text: string): string => secretPatterns.reduce((rest, pattern) => rest.replace(pattern, replacement), text)
