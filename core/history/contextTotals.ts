import { contextsOf } from '../context/contexts.ts'
import { contextTokens } from '../context/state.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Encoding } from '../model/config.ts'
import type { CommitRow } from '../store/commits.ts'

/** Tokens and messages of the context at a commit, without folding where they were counted in this encoding when it was written. */
export function contextTotals(tract: TractHandle, tip: CommitRow | null, encoding: Encoding): { readonly tokens: number; readonly messages: number } {
  if (tip === null) return { tokens: 0, messages: 0 }
  if (tip.encoding === encoding) return { tokens: tip.contextTokens, messages: tip.contextMessages }
  const state = contextsOf(tract.file, encoding).states.at(tip.id)
  return { tokens: contextTokens(state), messages: state.shown }
}
