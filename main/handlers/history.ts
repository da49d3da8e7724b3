import type { CommitKind } from '../../core/model/commit.ts'
import type { CompiledContext } from '../../core/model/context.ts'
import { asCursor, asMessageId } from '../../core/model/ids.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import type { StepView, XrayView } from '../contract/history.ts'
import { momentOf } from '../moment.ts'
import { requestView } from '../requestView.ts'
import { lineOf } from '../xrayLine.ts'
import { lastOf, procedures, tractOn } from './base.ts'

export const history = {
  graph: procedures.history.graph.handler(({ context, input }) =>
    context.app.workspace().get(input.tract).graph({ limit: input.limit, cursor: input.cursor === null ? null : asCursor(input.cursor) }),
  ),
  transcript: procedures.history.transcript.handler(({ context, input }) => readOn(context.app, input).transcript({ limit: input.limit, ...momentOf(input) })),
  xray: lastOf.history.xray.handler(({ context, input }) => xrayOf(readOn(context.app, input).compile(momentOf(input)))),
  request: lastOf.history.request.handler(({ context: { app }, input }) => requestView(app, tractOn(app, input), input)),
  receipt: procedures.history.receipt.handler(({ context, input }) => tractOn(context.app, input).receipt(input.message)),
  step: procedures.history.step.handler(({ context, input }) => stepOf(input.branch === undefined ? context.app.workspace().get(input.tract) : tractOn(context.app, { tract: input.tract, branch: input.branch }), input.at)),
  versions: procedures.history.versions.handler(({ context, input }) => tractOn(context.app, input).history(asMessageId(input.message))),
  operations: procedures.history.operations.handler(({ context, input: { tract, limit, cursor } }) =>
    context.app.workspace().get(tract).operations({ limit, cursor: cursor === null ? null : asCursor(cursor) }),
  ),
  viewAt: procedures.history.viewAt.handler(({ context, input }) => context.app.workspace().get(input.tract).viewAt(input.seq)),
}

/** A step that is named in full needs no branch: the one it was on may be gone. */
const readOn = (app: App, input: { readonly tract: string; readonly branch: string; readonly at?: string | undefined }): Tract =>
  /^[0-9a-f]{64}$/.test(input.at ?? '') ? app.workspace().get(input.tract) : tractOn(app, input)

const xrayOf = ({ messages, excluded, tokenCount, tokenSource, head, hash }: CompiledContext): XrayView => ({ messages: messages.map(lineOf), excluded, tokenCount, tokenSource, head, hash })

function stepOf(tract: Tract, at: string): StepView {
  const { commit, branches, tags } = tract.show(at)
  return { commit, branches, tags, message: withMessage.has(commit.kind) ? tract.message(at) : null }
}

const withMessage: ReadonlySet<CommitKind> = new Set(['append', 'edit', 'annotate', 'compress'])
