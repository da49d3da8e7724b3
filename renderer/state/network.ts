import { create } from 'zustand'
import type { Provider } from '../../main/contract/settings.ts'

/** Whether this machine has a network, as the browser tells. */
export const useNetwork = create<{ readonly isOnline: boolean }>()(() => ({ isOnline: navigator.onLine }))

export function followNetwork(): void {
  const look = (): void => useNetwork.setState({ isOnline: navigator.onLine })
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
}

/** Whether a provider can be asked without a network: it runs in the app, on this machine, or on its own net. */
export function isNearby({ kind, baseUrl }: Pick<Provider, 'kind' | 'baseUrl'>): boolean {
  if (kind === 'demo' || (kind === 'ollama' && baseUrl === '')) return true
  if (!URL.canParse(baseUrl)) return false
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '')
  if (/^[\d.]+$/.test(host)) return /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\./.test(host)
  if (host.includes(':')) return /^(::1$|f[cd]|fe[89ab])/.test(host)
  return !host.includes('.') || /\.(local|localhost|internal|lan)$/.test(host)
}
