import { faultOf } from './faultOf.ts'
import { showToast } from '../state/toasts.ts'
import { showSettings } from '../state/view.ts'

/** Does something a person asked for; if it can't be done, a toast says why. Resolves to undefined then. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    const { code, message, hint } = faultOf(error)
    showToast({ tone: 'fault', text: message, hint, ...(atSettings.has(code) && { action: { label: 'Open settings', run: () => showSettings('providers') } }) })
    return undefined
  }
}

/** What is put right where the keys are. */
const atSettings: ReadonlySet<string> = new Set(['llm/no-key', 'llm/key-for-other-host'])
