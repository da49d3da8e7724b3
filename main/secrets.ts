import { redactor } from '../core/llm/redact.ts'

/** Takes secrets out of text: the known ones in every spelling they could travel in, then whatever looks like one. */
export type Secrets = {
  /** From now on this text is taken out wherever it would be written. */
  add(secret: string): void
  redact(text: string): string
  /** The same plain data with every text in it redacted. */
  readonly redactAll: <T>(value: T) => T
}

export function createSecrets(): Secrets {
  const known = new Set<string>()
  let clean = redactor([])
  const redact = (text: string): string => clean(text)
  return {
    add(secret) {
      if (known.has(secret)) return
      known.add(secret)
      clean = redactor([...known])
    },
    redact,
    redactAll: <T>(value: T): T => mapTexts(value, redact) as T,
  }
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]))
}
