import { readSearch } from '../../core/history/search/readSearch.ts'
import { asCursor } from '../../core/model/ids.ts'
import { procedures } from './base.ts'

export const finding = {
  search: procedures.finding.search.handler(({ context, input: { tract, text, branch, roles, limit, cursor } }) => {
    const workspace = context.app.workspace()
    const { words, filter } = readSearch(text, context.app.clock.now())
    const options = { limit, cursor: cursor === null ? null : asCursor(cursor), ...filter, ...(branch === undefined ? {} : { branch }), ...(roles === undefined ? {} : { roles }) }
    return tract === null ? workspace.search(words, options) : workspace.get(tract).search(words, options)
  }),
  contextAt: procedures.finding.contextAt.handler(({ context, input }) => {
    const { hash, tokenCount, messages } = context.app.workspace().get(input.tract).compile({ at: input.at })
    return { hash, tokenCount, messageCount: messages.length }
  }),
  diff: procedures.finding.diff.handler(({ context, input }) => context.app.workspace().get(input.tract).diff(input.from, input.to)),
}
