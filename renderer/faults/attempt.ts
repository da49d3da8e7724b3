import { faultOf } from './faultOf.ts'
import { showToast } from '../state/toasts.ts'

/** Does something a person asked for; if it can't be done, a toast says why. Resolves to undefined then. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    const { message, hint } = faultOf(error)
    showToast({ tone: 'fault', text: message, hint })
    return undefined
  }
}
