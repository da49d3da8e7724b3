import type { CompiledContext } from '../../core/model/context.ts'
import type { Tract } from '../../core/tract.ts'
import { askingAs, askingFor, connectFor } from '../asking.ts'
import { contextLines, countsOf } from '../contextLines.ts'
import type { ContextChanges, ContextSide } from '../contract/xray.ts'
import { momentOf } from '../moment.ts'
import { formOf } from '../requestView.ts'
import { replacedVersions } from '../replacedVersions.ts'
import { sentCall, sinceLastCall } from '../sinceLastCall.ts'
import { lastOf, procedures, tractOn } from './base.ts'

export const xray = {
  sendRaw: procedures.xray.sendRaw.handler(async ({ context: { app }, input, signal }) => {
    const tract = tractOn(app, input)
    const client = await connectFor(app, await askingFor(app, tract, input.settings))
    return await tract.sendRaw(client, input.body, signal)
  }),
  replaced: lastOf.xray.replaced.handler(({ context, input }) => replacedVersions(tractOn(context.app, input), input)),
  repairs: lastOf.xray.repairs.handler(async ({ context: { app }, input: { task = 'chat', settings, ...place } }) => {
    const tract = tractOn(app, place)
    const { provider } = await askingAs(app, tract, task, settings)
    return tract.compile(momentOf(place)).repairs(formOf(provider) === 'anthropic' ? 'anthropic' : 'openai')
  }),
  changes: lastOf.xray.changes.handler(({ context, input: { against, ...place } }) => {
    const tract = tractOn(context.app, place)
    const to = tract.compile(momentOf(place))
    const from = against.kind === 'at' ? against.at : lastHead(tract, to)
    return from === null ? null : changesBetween(tract.compile({ at: from }), to)
  }),
  sinceLastCall: lastOf.xray.sinceLastCall.handler(({ context: { app }, input }) => sinceLastCall(app, tractOn(app, input), input)),
}

const lastHead = (tract: Tract, { head }: CompiledContext): string | null => (head === null ? null : (sentCall(tract.lastCall({ at: head }))?.head ?? null))

function changesBetween(from: CompiledContext, to: CompiledContext): ContextChanges {
  const lines = contextLines(from.messages, to.messages)
  return { from: sideOf(from), to: sideOf(to), lines, ...countsOf(lines) }
}

const sideOf = ({ head, hash, tokenCount, messages }: CompiledContext): ContextSide => ({ head, hash, tokenCount, messageCount: messages.length })
