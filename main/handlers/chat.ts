import { Fault } from '../../core/model/fault.ts'
import { asPartialId } from '../../core/model/ids.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { PartialAnswer } from '../../core/model/reply.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import { askingFor, connectFor } from '../asking.ts'
import type { Asking } from '../asking.ts'
import type { Attachment, ChatState, FailedReply, OnceSettings, StartedReply } from '../contract/chat.ts'
import { forecast } from '../forecast.ts'
import { choose } from '../lastingSettings.ts'
import { connectPolicies } from '../summarise.ts'
import { procedures, tractOn } from './base.ts'

export const chat = {
  state: procedures.chat.state.handler(({ context, input }) => stateOf(context.app, context.app.workspace().get(input.tract))),
  send: procedures.chat.send.handler(async ({ context: { app }, input }) => {
    checkSaid(input)
    app.replies.checkFree(app.workspace().get(input.tract).id, input.branch)
    const asking = await connected(app, placeOf(app, input), input.settings)
    const { tract, message } = say(app, input)
    return answer(app, tract, { ...input, asking, respondsTo: message, how: {} })
  }),
  add: procedures.chat.add.handler(({ context: { app }, input }) => {
    checkSaid(input)
    say(app, input)
  }),
  retry: procedures.chat.retry.handler(async ({ context: { app }, input }) => {
    app.replies.checkFree(app.workspace().get(input.tract).id, input.branch)
    const tract = tractOn(app, input)
    const asking = await connected(app, tract, input.settings)
    const waiting = tract.compile().messages.at(-1)?.messageId ?? null
    return answer(app, tract, { ...input, asking, respondsTo: waiting, how: { retry: true } })
  }),
  resume: procedures.chat.resume.handler(async ({ context: { app }, input }) => {
    const partial = getPartial(app.workspace().get(input.tract), input.partial)
    const tract = tractOn(app, { tract: input.tract, branch: partial.branch })
    const asking = await connected(app, tract, input.settings)
    return answer(app, tract, { branch: partial.branch, asking, respondsTo: partial.respondsTo, how: { resume: partial.id } })
  }),
  stop: procedures.chat.stop.handler(({ context, input }) => context.app.replies.stop(input.call)),
  dismiss: procedures.chat.dismiss.handler(({ context, input }) => context.app.replies.dismiss(input.call)),
  keep: procedures.chat.keep.handler(({ context, input }) => void context.app.workspace().get(input.tract).partials.keep(asPartialId(input.partial))),
  discard: procedures.chat.discard.handler(({ context, input }) => context.app.workspace().get(input.tract).partials.discard(asPartialId(input.partial))),
  forecast: procedures.chat.forecast.handler(({ context: { app }, input }) => forecast(app, tractOn(app, input), input.settings)),
  choose: procedures.chat.choose.handler(({ context: { app }, input }) => choose(app, input)),
}

type Said = { readonly text: string; readonly attachments?: readonly Attachment[] | undefined }
type SaidOn = Said & { readonly tract: string; readonly branch: string; readonly startAt?: string | undefined }

function checkSaid({ text, attachments = [] }: Said): void {
  if (text.trim() === '' && attachments.length === 0) throw new Fault('content/empty', {})
}

/** The branch that is written on; for one that is still to be started, the tract alone. */
const placeOf = (app: App, input: SaidOn): Tract => (input.startAt === undefined ? tractOn(app, input) : app.workspace().get(input.tract))

/** Starts the branch where it is new and says the words on it, as one act. */
function say(app: App, input: SaidOn): { readonly tract: Tract; readonly message: MessageId | null } {
  const { branch, startAt } = input
  const place = placeOf(app, input)
  if (startAt === undefined) return { tract: place, message: commitWords(place, input) }
  return place.batch(() => {
    const tract = place.on(place.branch(branch, { from: startAt }).name)
    return { tract, message: commitWords(tract, input) }
  })
}

/** Commits the files, then the words, as one act; gives the message that waits for the answer. */
function commitWords(tract: Tract, { text, attachments = [] }: Said): MessageId | null {
  if (attachments.length === 0) return tract.user(text).messageId
  return tract.batch(() => {
    for (const { name, content, language } of attachments) {
      tract.commit({ type: 'artifact', artifactType: 'file', content, ref: name, ...(language === undefined ? {} : { language }) })
    }
    return tract.user(text.trim() === '' ? filesAlone(attachments.length) : text).messageId
  })
}

/** A model answers a person's words only, so files that come alone are given some. */
const filesAlone = (count: number): string => (count === 1 ? 'Here is a file.' : `Here are ${count} files.`)

type Connected = Asking & { readonly client: Awaited<ReturnType<typeof connectFor>> }

/** Looked up before anything is written, so a missing key leaves no trace. */
async function connected(app: App, tract: Tract, settings: OnceSettings | undefined): Promise<Connected> {
  const asking = await askingFor(app, tract, settings)
  await connectPolicies(app, tract)
  return { ...asking, client: await connectFor(app, asking) }
}

type Answer = { readonly branch: string; readonly asking: Connected; readonly respondsTo: MessageId | null; readonly how: { readonly retry?: boolean; readonly resume?: PartialAnswer['id'] } }

function answer(app: App, tract: Tract, { branch, asking, respondsTo, how }: Answer): StartedReply {
  const { client, provider, once, lasting, config } = asking
  const open = (signal: AbortSignal) => {
    tract.configureClients({ chat: client })
    return tract.stream({ ...once, llmConfig: lasting, ...how, signal })
  }
  const { model = '', temperature = null } = config.values
  return { call: app.replies.start({ tract: tract.id, branch, respondsTo, client: provider.id, model, temperature, open }) }
}

function stateOf(app: App, tract: Tract): ChatState {
  const live = app.replies.live(tract.id)
  const idle = tract.listBranches().filter(({ name }) => !live.some(({ branch }) => branch === name))
  const awaiting = idle.flatMap(({ name }) => {
    const message = tract.on(name).pendingMessage()
    return message ? [{ branch: name, message }] : []
  })
  return {
    live,
    failed: app.replies.failed(tract.id).filter((failed) => awaiting.some((waiting) => isStillMissed(failed, waiting))),
    partials: tract.partials.list().filter(({ call }) => !live.some((reply) => reply.call === call)),
    awaiting,
  }
}

/** An answer that failed is missed only while its message waits at the end of the branch: undone it takes the failure with it, brought again it brings it back. */
const isStillMissed = ({ branch, respondsTo }: FailedReply, waiting: ChatState['awaiting'][number]): boolean =>
  waiting.branch === branch && (respondsTo === null || waiting.message === respondsTo)

function getPartial(tract: Tract, id: string): PartialAnswer {
  const found = tract.partials.list().find((partial) => partial.id === id)
  if (!found) throw new Fault('partial/not-found', { id })
  return found
}
