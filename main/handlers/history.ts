import type { CompiledContext, CompiledMessage } from '../../core/model/context.ts'
import { asCursor, asMessageId } from '../../core/model/ids.ts'
import { previewOf } from '../../core/model/text.ts'
import type { XrayLine, XrayView } from '../contract/history.ts'
import { momentOf } from '../moment.ts'
import { requestView } from '../requestView.ts'
import { procedures, tractOn } from './base.ts'

export const history = {
  graph: procedures.history.graph.handler(({ context, input }) =>
    context.app.workspace().get(input.tract).graph({ limit: input.limit, cursor: input.cursor === null ? null : asCursor(input.cursor) }),
  ),
  transcript: procedures.history.transcript.handler(({ context, input }) => tractOn(context.app, input).transcript({ limit: input.limit, ...momentOf(input) })),
  xray: procedures.history.xray.handler(({ context, input }) => xrayOf(tractOn(context.app, input).compile(momentOf(input)))),
  request: procedures.history.request.handler(({ context: { app }, input }) => requestView(app, tractOn(app, input), input)),
  receipt: procedures.history.receipt.handler(({ context, input }) => tractOn(context.app, input).receipt(input.message)),
  versions: procedures.history.versions.handler(({ context, input }) => tractOn(context.app, input).history(asMessageId(input.message))),
  operations: procedures.history.operations.handler(({ context, input: { tract, limit, cursor } }) =>
    context.app.workspace().get(tract).operations({ limit, cursor: cursor === null ? null : asCursor(cursor) }),
  ),
  viewAt: procedures.history.viewAt.handler(({ context, input }) => context.app.workspace().get(input.tract).viewAt(input.seq)),
}

const xrayOf = ({ messages, excluded, tokenCount, tokenSource, head, hash }: CompiledContext): XrayView => ({ messages: messages.map(lineOf), excluded, tokenCount, tokenSource, head, hash })

const lineOf = ({ messageId, role, contentType, tokens, priority, edited, why, content }: CompiledMessage): XrayLine => ({
  messageId,
  role,
  contentType,
  tokens,
  priority,
  edited,
  why,
  preview: previewOf(content, 120),
})
