/** Where somebody wants to go: a commit by the beginning of its hash, or the step that was last at a time. */
export type Place = { readonly kind: 'hash'; readonly start: string } | { readonly kind: 'time'; readonly at: number }

/** Reads `3f9a`, `14:05`, `yesterday 9:30`, `2026-11-20`, `2026-11-20 14:05`. A day alone is its end. null where it is none of these. */
export function readPlace(typed: string, now: number): Place | null {
  const text = typed.trim().toLowerCase()
  const found = /^(?:(today|yesterday|\d{4}-\d{2}-\d{2}))?\s*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text)
  if (text !== '' && found !== null) return timeOf(found, now)
  return /^[0-9a-f]{3,64}$/.test(text) ? { kind: 'hash', start: text } : null
}

function timeOf([, day, hours, minutes, seconds]: RegExpExecArray, now: number): Place | null {
  const date = day === undefined || day === 'today' || day === 'yesterday' ? new Date(now) : new Date(`${day}T00:00`)
  if (Number.isNaN(date.getTime()) || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) return null
  if (day === 'yesterday') date.setDate(date.getDate() - 1)
  if (hours === undefined) date.setHours(23, 59, 59, 999)
  else date.setHours(Number(hours), Number(minutes), Number(seconds ?? 59), 999)
  return { kind: 'time', at: date.getTime() }
}

type Step = { readonly hash: string; readonly createdAt: number; readonly state: string }

/** The steps of that hash; of a time, the last one by then on the open branch and the two before it. */
export function stepsAt<Row extends Step>(rows: readonly Row[], place: Place): readonly Row[] {
  if (place.kind === 'hash') return rows.filter(({ hash }) => hash.startsWith(place.start)).slice(0, 12)
  return rows.filter(({ createdAt, state }) => state !== 'out' && createdAt <= place.at).toSorted((a, b) => b.createdAt - a.createdAt).slice(0, 3)
}
