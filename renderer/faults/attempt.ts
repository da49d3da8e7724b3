import { checkFile, openCopy } from '../queries/files.ts'
import { showToast } from '../state/toasts.ts'
import type { Toast } from '../state/toasts.ts'
import { showSettings } from '../state/view.ts'
import { faultOf } from './faultOf.ts'

/** Does something a person asked for; if it can't be done, a toast says why. Resolves to undefined then. */
export async function attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act()
  } catch (error) {
    const { code, message, hint } = faultOf(error)
    const action = wayOut(code)
    showToast({ tone: 'fault', text: message, hint, ...(action !== null && { action }) })
    return undefined
  }
}

/** What mends it in one click, where something does: keys are put right in the settings, a file that takes no changes is copied. */
function wayOut(code: string): NonNullable<Toast['action']> | null {
  switch (code) {
    case 'llm/no-key':
    case 'llm/key-for-other-host':
      return { label: 'Open settings', run: () => showSettings('providers') }
    case 'gc/not-clean':
      return { label: 'Check the file', run: lookAtFile }
    case 'file/read-only':
      return { label: 'Open a copy', run: () => void attempt(openCopy) }
    default:
      return null
  }
}

/** A file that isn't sound is not cleaned up: what looks like a leftover may only have lost what leads to it. */
function lookAtFile(): void {
  showSettings('storage')
  void attempt(checkFile)
}
