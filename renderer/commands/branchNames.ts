/** A free name for a branch off `from`: `main-2`, `main-3`, … */
export function nextBranchName(taken: readonly string[], from: string): string {
  const stem = from.replace(/-\d+$/, '')
  for (let number = 2; ; number += 1) if (!taken.includes(`${stem}-${number}`)) return `${stem}-${number}`
}

/** A free name for a branch that begins at an old step of `from`: `main-alt`, `main-alt-2`, … */
export function altBranchName(taken: readonly string[], from: string): string {
  return freeName(taken, `${from.replace(/-alt(-\d+)?$/, '')}-alt`)
}

/** A name as it is, or with the next free number. */
export const freeName = (taken: readonly string[], name: string): string => (taken.includes(name) ? nextBranchName(taken, name) : name)

/** Why a branch can't be called that, as the core will see it; null when it can. */
export function whyNotBranchName(name: string, taken: readonly string[]): string | null {
  if (name.trim() === '') return 'A branch needs a name'
  if (taken.includes(name)) return `There is already a branch “${name}”`
  if (/\s/.test(name)) return 'No spaces: use - or _'
  return null
}
