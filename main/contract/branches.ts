import { type } from '@orpc/contract'
import { z } from 'zod'
import type { Head, Branch, Tag } from '../../core/model/refs.ts'
import { branchName, procedure, ref, tractId } from './base.ts'

const onBranch = { tract: tractId, branch: branchName }

/** What is done to names: branches and bookmarks. Every act is undoable. */
export const branches = {
  rename: procedure.input(z.strictObject({ ...onBranch, to: branchName })).output(type<Branch>()),
  /** `force` also removes one whose steps no other branch or bookmark holds. */
  delete: procedure.input(z.strictObject({ ...onBranch, force: z.boolean().optional() })).output(type<void>()),
  /** Moves the end of a branch to any commit this tract ever held; `ORIG_HEAD` remembers where it was. `keep` bookmarks the old end in the same act. */
  reset: procedure.input(z.strictObject({ ...onBranch, to: ref, keep: branchName.optional() })).output(type<Head>()),
  tags: procedure.input(z.strictObject({ tract: tractId })).output(type<readonly Tag[]>()),
  tag: procedure.input(z.strictObject({ tract: tractId, name: branchName, at: ref })).output(type<Tag>()),
  renameTag: procedure.input(z.strictObject({ tract: tractId, name: branchName, to: branchName })).output(type<Tag>()),
  deleteTag: procedure.input(z.strictObject({ tract: tractId, name: branchName })).output(type<void>()),
}
