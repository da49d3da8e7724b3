import type { RequestForm } from '../../main/contract/history.ts'
import type { XrayFilter, XrayLook, XraySort } from '../state/xray.ts'

export const formNames: { readonly [Form in RequestForm]: string } = { openai: 'OpenAI', anthropic: 'Anthropic', ollama: 'Ollama' }
export const looks = [
  { value: 'messages', label: 'Messages' },
  { value: 'diff', label: 'Diff' },
  { value: 'openai', label: 'OpenAI JSON' },
  { value: 'anthropic', label: 'Anthropic JSON' },
  { value: 'ollama', label: 'Ollama JSON' },
] as const satisfies readonly { readonly value: XrayLook; readonly label: string }[]

export const sorts = [
  { value: 'order', label: 'In the order they are sent' },
  { value: 'size', label: 'Largest first' },
] as const satisfies readonly { readonly value: XraySort; readonly label: string }[]

export const filters = [
  { value: 'all', label: 'All lines' },
  { value: 'system', label: 'Rules' },
  { value: 'user', label: 'User' },
  { value: 'assistant', label: 'Assistant' },
  { value: 'tool', label: 'Tool calls and results' },
  { value: 'summary', label: 'Summaries' },
  { value: 'pinned', label: 'Kept always' },
  { value: 'corrected', label: 'Corrected' },
] as const satisfies readonly { readonly value: XrayFilter; readonly label: string }[]
