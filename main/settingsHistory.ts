import type { StoredSettings } from './settings.ts'

/** How the settings were before the latest changes, for as long as the app runs. */
export type SettingsHistory = {
  /** Keeps what a change replaced. */
  note(before: StoredSettings, after: StoredSettings): void
  /** The settings without the last change that still stands, and which they were ("theme", "appearance.textPx"); null where none is left. */
  takeBack(now: StoredSettings): { readonly settings: StoredSettings; readonly undone: readonly string[] } | null
}
type Part = { readonly name: string; readonly before: unknown; readonly after: unknown }

const most = 100
/** What the app notes by itself: nobody set it. */
const ownNotes: ReadonlySet<string> = new Set(['recentFiles', 'tips'])

export function createSettingsHistory(): SettingsHistory {
  const past: (readonly Part[])[] = []
  return {
    note(before, after) {
      const parts = partsOf(before, after)
      if (parts.length > 0) past.push(parts)
      if (past.length > most) past.shift()
    },
    takeBack(now) {
      for (let parts = past.pop(); parts !== undefined; parts = past.pop()) {
        const standing = parts.filter(({ name, after }) => isSame(now[name], after)) // another app on the same file may have changed it since
        if (standing.length === 0) continue
        return { settings: { ...now, ...Object.fromEntries(standing.map(({ name, before }) => [name, before])) }, undone: standing.flatMap(namesOf) }
      }
      return null
    },
  }
}

const partsOf = (before: StoredSettings, after: StoredSettings): readonly Part[] =>
  Object.keys({ ...before, ...after }).filter((name) => !ownNotes.has(name) && !isSame(before[name], after[name])).map((name) => ({ name, before: before[name], after: after[name] }))

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Of the looks each by its own name; of what else is made of parts, the whole. */
function namesOf({ name, before, after }: Part): readonly string[] {
  if (name !== 'appearance') return [name]
  const [was, is] = [before as Fields, after as Fields]
  return Object.keys({ ...was, ...is }).filter((field) => !isSame(was[field], is[field])).map((field) => `appearance.${field}`)
}
type Fields = { readonly [field: string]: unknown }
