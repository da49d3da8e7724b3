import type { Ref } from '../../core/model/ids.ts'
import type { Head, Tag } from '../../core/model/refs.ts'
import type { Tract } from '../../core/tract.ts'
import { procedures, tractOn } from './base.ts'

export const branches = {
  rename: procedures.branches.rename.handler(({ context, input }) => context.app.workspace().get(input.tract).renameBranch(input.branch, input.to)),
  delete: procedures.branches.delete.handler(({ context, input }) => void context.app.workspace().get(input.tract).deleteBranch(input.branch, { force: input.force ?? false })),
  reset: procedures.branches.reset.handler(({ context, input }) => resetEnd(tractOn(context.app, input), input)),
  tags: procedures.branches.tags.handler(({ context, input }) => context.app.workspace().get(input.tract).listTags()),
  tag: procedures.branches.tag.handler(({ context, input }) => context.app.workspace().get(input.tract).tag(input.name, { at: input.at })),
  renameTag: procedures.branches.renameTag.handler(({ context, input }) => renameTag(context.app.workspace().get(input.tract), input.name, input.to)),
  deleteTag: procedures.branches.deleteTag.handler(({ context, input }) => void context.app.workspace().get(input.tract).deleteTag(input.name)),
}

/** The new name first, so that the step is never without one; undone as one act. */
function renameTag(tract: Tract, name: string, to: string): Tag {
  return tract.batch(() => {
    const renamed = tract.tag(to, { at: `tag:${name}` })
    tract.deleteTag(name)
    return renamed
  })
}

/** Moves the end of the branch; the old one is bookmarked first where a name is given for it. */
export function resetEnd(tract: Tract, { branch, to, keep }: { readonly branch: string; readonly to: Ref; readonly keep?: string | undefined }): Head {
  if (keep === undefined) return tract.reset(to)
  return tract.batch(() => {
    tract.tag(keep, { at: branch })
    return tract.reset(to)
  })
}
