import { asDraftId } from '../../core/model/ids.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import { compressEffect } from '../compressEffect.ts'
import { compressView, rangeOf } from '../compressView.ts'
import type { CompressState } from '../contract/compress.ts'
import { getDraft, wishOf, writeAnew, writeDraft } from '../summarise.ts'
import { procedures, tractOn } from './base.ts'

export const compress = {
  state: procedures.compress.state.handler(({ context: { app }, input }) => stateOf(app, app.workspace().get(input.tract))),
  view: procedures.compress.view.handler(({ context, input }) => compressView(tractOn(context.app, input), input.range)),
  effect: procedures.compress.effect.handler(({ context, input }) => compressEffect(tractOn(context.app, input), input.range, input.texts)),
  draft: procedures.compress.draft.handler(({ context, input }) =>
    tractOn(context.app, input).compress({ ...rangeOf(input.range), ...wishOf(input.wish ?? {}), content: input.texts, autoCommit: false }),
  ),
  write: procedures.compress.write.handler(({ context: { app }, input }) => writeDraft(app, tractOn(app, input), input)),
  regenerate: procedures.compress.regenerate.handler(({ context: { app }, input }) => {
    const tract = app.workspace().get(input.tract)
    return writeAnew(app, tract, getDraft(tract, asDraftId(input.draft)), input)
  }),
  stop: procedures.compress.stop.handler(({ context, input }) => context.app.summaries.stop(input.job)),
  dismiss: procedures.compress.dismiss.handler(({ context, input }) => context.app.summaries.dismiss(input.job)),
  edit: procedures.compress.edit.handler(({ context, input }) => context.app.workspace().get(input.tract).editCompression(asDraftId(input.draft), input.run, input.text)),
  choose: procedures.compress.choose.handler(({ context, input }) => context.app.workspace().get(input.tract).chooseCompression(asDraftId(input.draft), input.run, input.version)),
  refresh: procedures.compress.refresh.handler(({ context, input }) => context.app.workspace().get(input.tract).refreshCompression(asDraftId(input.draft))),
  approve: procedures.compress.approve.handler(({ context, input }) => approve(context.app.workspace().get(input.tract), input.draft)),
  reject: procedures.compress.reject.handler(({ context, input }) => {
    context.app.workspace().get(input.tract).rejectCompression(asDraftId(input.draft), input.reason === undefined ? {} : { reason: input.reason })
  }),
}

const stateOf = (app: App, tract: Tract): CompressState => ({ drafts: tract.listCompressionDrafts(), jobs: app.summaries.list(tract.id) })

function approve(tract: Tract, id: string): { readonly messages: number; readonly tokensBefore: number; readonly tokensAfter: number } {
  const { branch, runs } = getDraft(tract, asDraftId(id))
  const on = tract.on(branch)
  const tokensBefore = on.status().tokenCount
  tract.approveCompression(asDraftId(id))
  return { messages: runs.reduce((sum, { originals }) => sum + originals.length, 0), tokensBefore, tokensAfter: on.status().tokenCount }
}
