import { attempt } from '../faults/attempt.ts'
import { updateSettings } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { ownKeys } from './boundKeys.ts'
import type { OwnKeys } from './boundKeys.ts'

/** Of each command that is named: its keys from now on; null for those it comes with. */
export type KeyChanges = { readonly [command: string]: readonly string[] | null }

/** Keeps other keys with the app's settings and offers the way back. Resolves to false when they could not be kept. */
export async function changeKeys(changes: KeyChanges, text: string): Promise<boolean> {
  const before = ownKeys()
  const back = Object.fromEntries(Object.keys(changes).map((command) => [command, before[command] ?? null]))
  if ((await save(changes)) === undefined) return false
  showToast({ tone: 'done', text, action: { label: 'Undo', run: () => void save(back) } })
  return true
}

/** What turns the keys chosen now into these: what isn't named goes back to its own. */
export const changesTo = (next: OwnKeys, before: OwnKeys = ownKeys()): KeyChanges => ({ ...Object.fromEntries(Object.keys(before).map((command) => [command, null])), ...next })

const save = (changes: KeyChanges) => attempt(() => updateSettings({ keys: Object.fromEntries(Object.entries(changes).map(([command, keys]) => [command, keys === null ? null : [...keys]])) }))
