import { create } from 'zustand'
import type { RequestForm } from '../../main/contract/history.ts'

/** How the X-ray shows what the model sees: line by line, or as the request in a protocol. */
export type XrayLook = 'messages' | RequestForm

export const useXrayLook = create<{ readonly look: XrayLook }>()(() => ({ look: 'messages' }))
export const setXrayLook = (look: XrayLook): void => useXrayLook.setState({ look })

export const formNames: { readonly [Form in RequestForm]: string } = { openai: 'OpenAI', anthropic: 'Anthropic', ollama: 'Ollama' }
export const looks = [
  { value: 'messages', label: 'Messages' },
  { value: 'openai', label: 'OpenAI JSON' },
  { value: 'anthropic', label: 'Anthropic JSON' },
  { value: 'ollama', label: 'Ollama JSON' },
] as const satisfies readonly { readonly value: XrayLook; readonly label: string }[]
