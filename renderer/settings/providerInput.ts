import type { Provider } from '../../main/contract/settings.ts'

/** Reads a list of model names: commas or line breaks between, each once. */
export const readModels = (typed: string): string[] => [...new Set(typed.split(/[,\n]/).map((name) => name.trim()).filter((name) => name !== ''))]

/** Why something can't be a provider's address; null when it can. */
export function whyNotAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return 'An address such as http://127.0.0.1:11434/v1'
  const { protocol, username } = new URL(typed)
  if (protocol !== 'http:' && protocol !== 'https:') return 'It must begin with http:// or https://'
  return username === '' ? null : 'No name or password in the address: enter the key above'
}

export const usualAddress = ({ kind }: Pick<Provider, 'kind'>): string => (kind === 'anthropic' ? 'https://api.anthropic.com' : 'https://api.openai.com/v1')
