import { Fault } from '../../core/model/fault.ts'
import { asPartialId } from '../../core/model/ids.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { PartialAnswer } from '../../core/model/reply.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import type { ChatState, StartedReply } from '../contract/chat.ts'
import { getProvider, viewSettings } from '../providers.ts'
import { procedures, tractOn } from './base.ts'

export const chat = {
  state: procedures.chat.state.handler(({ context, input }) => stateOf(context.app, context.app.workspace().get(input.tract))),
  send: procedures.chat.send.handler(async ({ context: { app }, input }) => {
    if (input.text.trim() === '') throw new Fault('content/empty', {})
    app.replies.checkFree(app.workspace().get(input.tract).id, input.branch)
    const asking = await chosenModel(app, input.settings)
    const tract = tractOn(app, input)
    const said = tract.user(input.text)
    return answer(app, tract, { ...input, asking, respondsTo: said.messageId, how: {} })
  }),
  retry: procedures.chat.retry.handler(async ({ context: { app }, input }) => {
    app.replies.checkFree(app.workspace().get(input.tract).id, input.branch)
    const asking = await chosenModel(app, input.settings)
    const tract = tractOn(app, input)
    const waiting = tract.compile().messages.at(-1)?.messageId ?? null
    return answer(app, tract, { ...input, asking, respondsTo: waiting, how: { retry: true } })
  }),
  resume: procedures.chat.resume.handler(async ({ context: { app }, input }) => {
    const asking = await chosenModel(app, input.settings)
    const partial = getPartial(app.workspace().get(input.tract), input.partial)
    const tract = tractOn(app, { tract: input.tract, branch: partial.branch })
    return answer(app, tract, { branch: partial.branch, asking, respondsTo: partial.respondsTo, how: { resume: partial.id } })
  }),
  stop: procedures.chat.stop.handler(({ context, input }) => context.app.replies.stop(input.call)),
  dismiss: procedures.chat.dismiss.handler(({ context, input }) => context.app.replies.dismiss(input.call)),
  keep: procedures.chat.keep.handler(({ context, input }) => void context.app.workspace().get(input.tract).partials.keep(asPartialId(input.partial))),
  discard: procedures.chat.discard.handler(({ context, input }) => context.app.workspace().get(input.tract).partials.discard(asPartialId(input.partial))),
}

type Asking = Awaited<ReturnType<typeof chosenModel>>
type Settings = { readonly temperature?: number | undefined; readonly maxTokens?: number | undefined }
type Answer = { readonly branch: string; readonly asking: Asking; readonly respondsTo: MessageId | null; readonly how: { readonly retry?: boolean; readonly resume?: PartialAnswer['id'] } }

/** Where the message goes and with which settings. Looked up before anything is written, so a missing key leaves no trace. */
async function chosenModel(app: App, settings: Settings = {}) {
  const stored = app.settings.get()
  const { provider, model, temperature } = (await viewSettings(stored, app.keys)).chat
  const client = await app.connections.connect(getProvider(stored, provider))
  const heat = settings.temperature ?? temperature
  const options = { model, ...(heat === null ? {} : { temperature: heat }), ...(settings.maxTokens === undefined ? {} : { maxTokens: settings.maxTokens }) }
  return { provider, model, client, options }
}

function answer(app: App, tract: Tract, { branch, asking, respondsTo, how }: Answer): StartedReply {
  const open = (signal: AbortSignal) => {
    tract.configureClients({ chat: asking.client })
    return tract.stream({ ...asking.options, ...how, signal })
  }
  return { call: app.replies.start({ tract: tract.id, branch, respondsTo, client: asking.provider, model: asking.model, open }) }
}

function stateOf(app: App, tract: Tract): ChatState {
  const live = app.replies.live(tract.id)
  const idle = tract.listBranches().filter(({ name }) => !live.some(({ branch }) => branch === name))
  return {
    live,
    failed: app.replies.failed(tract.id),
    partials: tract.partials.list().filter(({ call }) => !live.some((reply) => reply.call === call)),
    awaiting: idle.flatMap(({ name }) => {
      const message = tract.on(name).pendingMessage()
      return message ? [{ branch: name, message }] : []
    }),
  }
}

function getPartial(tract: Tract, id: string): PartialAnswer {
  const found = tract.partials.list().find((partial) => partial.id === id)
  if (!found) throw new Fault('partial/not-found', { id })
  return found
}
