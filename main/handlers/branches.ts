import type { Tag } from '../../core/model/refs.ts'
import type { Tract } from '../../core/tract.ts'
import { procedures, tractOn } from './base.ts'

export const branches = {
  rename: procedures.branches.rename.handler(({ context, input }) => context.app.workspace().get(input.tract).renameBranch(input.branch, input.to)),
  delete: procedures.branches.delete.handler(({ context, input }) => void context.app.workspace().get(input.tract).deleteBranch(input.branch, { force: input.force ?? false })),
  reset: procedures.branches.reset.handler(({ context, input }) => tractOn(context.app, input).reset(input.to)),
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
