import { type } from '@orpc/contract'
import { z } from 'zod'
import type { TractConfig } from '../../core/model/config.ts'
import type { Status } from '../../core/model/context.ts'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import type { UndoState } from '../../core/model/operation.ts'
import type { Branch } from '../../core/model/refs.ts'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import { procedure, tractId } from './base.ts'

/** What the frame around the panes shows of one tract. */
export type TractOverview = {
  readonly summary: TractSummary
  readonly status: Status
  readonly branches: readonly Branch[]
  readonly config: Required<TractConfig>
  readonly undo: UndoState
  /** The batch that is open, and how much is in it. */
  readonly batch: { readonly acts: number } | null
  /** Set while HEAD is on a step, not on a branch: nothing can be written. */
  readonly detached: Detached | null
}

/** The step that is looked at, and the branches that lead there, the one moved last first. `stepsBack` counts the messages each has beyond it. */
export type Detached = { readonly at: CommitHash; readonly branches: readonly { readonly name: string; readonly stepsBack: number }[] }

/** The steps of the sample that its tasks are about. */
export type SampleSteps = { readonly noise: readonly MessageId[]; readonly wrong: MessageId; readonly rule: MessageId }
export type OpenedSample = { readonly summary: TractSummary; readonly steps: SampleSteps }

export const tracts = {
  /** Most recently used first. There is always at least one. */
  list: procedure.output(type<readonly TractSummary[]>()),
  create: procedure.input(z.strictObject({ name: z.string().max(120).optional() })).output(type<TractSummary>()),
  /** Makes a conversation to learn on, as a tract of its own each time. */
  openSample: procedure.output(type<OpenedSample>()),
  rename: procedure.input(z.strictObject({ tract: tractId, name: z.string().max(120) })).output(type<TractSummary>()),
  overview: procedure.input(z.strictObject({ tract: tractId })).output(type<TractOverview>()),
  /** Sets or removes the token budget. */
  setBudget: procedure.input(z.strictObject({ tract: tractId, maxTokens: z.number().int().min(1).max(100_000_000).nullable() })).output(type<TractOverview>()),
}
