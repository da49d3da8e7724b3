import type { Priority } from '../../../core/model/content.ts'
import type { NaiveCommit } from './rows.ts'

/** A value, the change that wrote it, and the commit that brought that change here. */
export type Written<T> = { readonly value: T; readonly by: number; readonly at: number }
export type NaiveMessage = {
  readonly id: number
  readonly isSummary: boolean
  /** Of a summary: what it stands for. */
  readonly replaces: Set<number>
  /** A blob. */
  text: Written<number>
  priority: Written<Priority>
  /** Of a message that is no summary: always true. */
  inForce: Written<boolean>
  /** As its own commit brought it. */
  readonly first: { readonly text: number; readonly priority: Priority; readonly inForce: true }
}
export type NaiveContext = {
  /** In order, shown or not. */
  readonly messages: readonly NaiveMessage[]
  readonly byId: ReadonlyMap<number, NaiveMessage>
  /** By message, here or not: the summaries that name it. */
  readonly namedBy: ReadonlyMap<number, ReadonlySet<number>>
}

/** The context after these commits, from the definition: each in turn, over plain maps. A merge among them gives its resolutions only. */
export function naiveContext(commits: readonly NaiveCommit[]): NaiveContext {
  const slots: number[][] = []
  const byId = new Map<number, NaiveMessage>()
  const namedBy = new Map<number, Set<number>>()
  for (const commit of commits) apply(commit)
  return { messages: slots.flat().map((id) => byId.get(id)!), byId, namedBy }

  function apply({ kind, key, change, target, blob, priority, replaces, resolutions }: NaiveCommit): void {
    const aim = target === null ? undefined : byId.get(target)
    const written = <T>(value: T): Written<T> => ({ value, by: change, at: key })
    if (kind === 'append' && !byId.has(change)) introduce(null)
    if (kind === 'compress') introduce(replaces)
    if (kind === 'edit' && aim) aim.text = written(blob!)
    if (kind === 'annotate' && aim) aim.priority = written(priority!)
    if (kind === 'expand' && aim?.isSummary) aim.inForce = written(false)
    for (const one of resolutions) {
      const message = byId.get(one.message)
      if (message && one.blob !== undefined) message.text = written(one.blob)
      if (message && one.priority !== undefined) message.priority = written(one.priority)
      if (message?.isSummary && one.inForce !== undefined) message.inForce = written(one.inForce)
    }

    function introduce(named: readonly number[] | null): void {
      if (!byId.has(change)) {
        const slot = slots.find((ids) => ids.some((id) => named?.includes(id)))
        if (slot) slot.unshift(change)
        else slots.push([change])
        const first = { text: blob!, priority: priority ?? 'normal', inForce: true } as const
        byId.set(change, { id: change, isSummary: named !== null, replaces: new Set(), text: written(first.text), priority: written(first.priority), inForce: written(true), first })
      }
      for (const message of named ?? []) {
        byId.get(change)!.replaces.add(message)
        namedBy.set(message, (namedBy.get(message) ?? new Set()).add(change))
      }
    }
  }
}

/** The summaries in force that stand for a message, here or not. */
export function coversOf({ byId, namedBy }: NaiveContext, message: number): readonly number[] {
  const names = namedBy.get(message)
  return names === undefined ? [] : [...names].filter((summary) => byId.get(summary)?.inForce.value)
}

export function isShown(context: NaiveContext, { id, inForce, priority }: NaiveMessage): boolean {
  if (!inForce.value) return false
  return priority.value === 'normal' ? coversOf(context, id).length === 0 : priority.value === 'pinned'
}

export const shownIn = (context: NaiveContext): readonly NaiveMessage[] => context.messages.filter((message) => isShown(context, message))
