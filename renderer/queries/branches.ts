import type { Ref, TractId } from '../../core/model/ids.ts'
import type { Branch, Tag } from '../../core/model/refs.ts'
import { api } from '../connect.ts'
import { query } from './client.ts'

/** The bookmarks of a tract, by name. */
export const tagsQuery = (tract: TractId) => query.branches.tags.queryOptions({ input: { tract } })

export const renameBranch = (tract: TractId, branch: string, to: string): Promise<Branch> => api.branches.rename({ tract, branch, to })
/** `force` also removes one whose steps nothing else holds. */
export const deleteBranch = (tract: TractId, branch: string, force: boolean): Promise<void> => api.branches.delete({ tract, branch, force })
export const bookmark = (tract: TractId, name: string, at: Ref): Promise<Tag> => api.branches.tag({ tract, name, at })
/** One act, however it is stored. */
export const renameBookmark = (tract: TractId, name: string, to: string): Promise<Tag> => api.branches.renameTag({ tract, name, to })
export const deleteBookmark = (tract: TractId, name: string): Promise<void> => api.branches.deleteTag({ tract, name })
