import { merge, type MergeOptions } from '../history/merge/merge.ts'
import { commitMerge, getPending, resolveConflict } from '../history/merge/pending.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { checkOptions, refused, shown } from '../model/given.ts'
import type { MergeResult } from '../model/merge.ts'
import { checkOutsideBatch } from './asking.ts'
import { routeFor } from './clients.ts'
import { isAboutText, suggestResolution, type SuggestOptions } from './suggestResolution.ts'

export type ModelMergeOptions = Omit<MergeOptions, 'strategy'> & SuggestOptions & {
  readonly strategy: 'llm'
  /** Write the merge at once where the model settled everything. Default false: its words wait as answers that can be changed. */
  readonly autoCommit?: boolean
}

/**
 * Brings a branch in; a model answers the conflicts about texts, in its own name. What it can't answer stays open. Where a call fails, the merge
 * waits with the answers it has. Faults: those of `merge`, `suggestResolution`.
 */
export async function mergeByModel(tract: TractHandle, branch: string, options: ModelMergeOptions): Promise<MergeResult> {
  const { strategy: _, autoCommit = false, resolver, noFf, allowUnrelated, deleteBranch, message, ...asked } = checkOptions(options, 'options: give them as { strategy: … }')
  if (typeof autoCommit !== 'boolean') throw refused(`autoCommit must be true or false, not ${shown(autoCommit)}`)
  checkOutsideBatch(tract)
  const { instructions: _words, ...route } = asked
  const { config } = routeFor(tract, 'merge', route)
  const result = merge(tract, branch, given({ resolver, noFf, allowUnrelated, deleteBranch, message }))
  if (result.kind !== 'conflict') return result
  const asModel: TractHandle = { ...tract, author: { kind: 'agent', id: config.values.model ?? 'model' } }
  for (const conflict of result.pending.conflicts) {
    if (conflict.resolution !== null || !isAboutText(conflict)) continue
    // oxlint-disable-next-line no-await-in-loop -- one after the other: a provider that fails is asked no more, and what came before is kept
    const { text } = await suggestResolution(tract, conflict.id, asked)
    resolveConflict(asModel, conflict.id, { take: 'text', text })
  }
  const pending = getPending(tract)
  if (!autoCommit || pending.conflicts.some(({ resolution }) => resolution === null)) return { kind: 'conflict', pending }
  return { kind: 'resolved', commit: commitMerge(tract), warnings: pending.warnings }
}

/** Options are set or absent. */
const given = (options: { readonly [Name in keyof MergeOptions]?: MergeOptions[Name] | undefined }): MergeOptions =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
