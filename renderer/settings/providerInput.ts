import type { Provider } from '../../main/contract/settings.ts'

/** Reads a list of model names: commas or line breaks between, each once. */
export const readModels = (typed: string): string[] => [...new Set(typed.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== ''))]

/** Why something can't be a provider's address; null when it can. */
export function whyNotAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return 'An address such as http://127.0.0.1:8000/v1'
  const { protocol, username } = new URL(typed)
  if (protocol !== 'http:' && protocol !== 'https:') return 'It must begin with http:// or https://'
  return username === '' ? null : 'No name or password in the address: enter the key above'
}

/** A context size in tokens, with or without gaps; null where the field is blank. */
export const readContext = (typed: string): number | null => (typed.trim() === '' ? null : Number(typed.replaceAll(/[\s_,.]/g, '')))

export function whyNotContext(typed: string): string | null {
  const tokens = readContext(typed)
  return tokens === null || (Number.isInteger(tokens) && tokens >= 256 && tokens <= 100_000_000) ? null : 'A whole number of tokens, 256 or more'
}

const addresses: { readonly [Kind in Provider['kind']]: string } = { openai: 'https://api.openai.com/v1', anthropic: 'https://api.anthropic.com', ollama: 'http://localhost:11434', demo: '' }
export const usualAddress = ({ kind }: Pick<Provider, 'kind'>): string => addresses[kind]
