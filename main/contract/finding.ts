import { type } from '@orpc/contract'
import { z } from 'zod'
import type { ContextDiff } from '../../core/model/diff.ts'
import type { ContextHash, Page } from '../../core/model/ids.ts'
import type { SearchHit } from '../../core/model/search.ts'
import { branchName, procedure, ref, tractId } from './base.ts'

/** A context in numbers. */
export type ContextFacts = { readonly hash: ContextHash; readonly tokenCount: number; readonly messageCount: number }

export const finding = {
  /** Full text over everything a tract ever held, or over all tracts of the file where `tract` is null. The operators stand in `text`: `role:` `is:` `before:` and the like. */
  search: procedure
    .input(
      z.strictObject({
        tract: tractId.nullable(),
        text: z.string().min(1).max(2000),
        branch: branchName.optional(),
        roles: z.array(z.enum(['system', 'user', 'assistant', 'tool'])).max(4).optional(),
        limit: z.number().int().min(1).max(200),
        cursor: z.string().max(2000).nullable(),
      }),
    )
    .output(type<Page<SearchHit>>()),
  /** The context that any commit gives. */
  contextAt: procedure.input(z.strictObject({ tract: tractId, at: ref })).output(type<ContextFacts>()),
  /** Two contexts of a tract compared message by message. */
  diff: procedure.input(z.strictObject({ tract: tractId, from: ref, to: ref })).output(type<ContextDiff>()),
}
