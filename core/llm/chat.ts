import { append } from '../history/append.ts'
import { Fault } from '../model/fault.ts'
import { checkOptions, refused, shown } from '../model/given.ts'
import type { PartialId } from '../model/ids.ts'
import type { Reply, UncommittedReply } from '../model/reply.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { askAside } from './aside.ts'
import { checkOutsideBatch } from './asking.ts'
import { routeFor } from './clients.ts'
import { baseOf } from './ending.ts'
import { type AskOptions, prepareQuestion } from './question.ts'
import { openReplyStream, type ReplyStream } from './replyStream.ts'

/** `commit: false` only shows the answer. */
export type GenerateOptions<Commit extends boolean = boolean> = AskOptions & { readonly commit?: Commit }
export type Generated<Commit extends boolean> = Commit extends false ? UncommittedReply : Reply

/** Asks with the context as it stands, piece by piece. Faults: those of `prepareQuestion`; what a provider does comes as events. */
export function stream(tract: TractHandle, options: AskOptions = {}): ReplyStream {
  checkCommitting(options)
  return openReplyStream(prepareQuestion(tract, options))
}

/**
 * Asks and waits for the answer. One that stopped halfway comes back as `partial`; when nothing came at all, the reason is thrown. With
 * `commit: false` nothing is written but the record of the call: half an answer is thrown then too, and stopping it rejects with the signal's reason.
 * Faults: those of `stream`, `batch/async`, `llm/auth`, `llm/rate-limited`, `llm/overloaded`, `llm/unreachable`, `llm/refused-payload`, `llm/too-long`, `llm/protocol`, `input/invalid`.
 */
export async function generate<Commit extends boolean = true>(tract: TractHandle, options: GenerateOptions<Commit> = {}): Promise<Generated<Commit>> {
  const { commit = true, ...ask } = checkOptions(options, howGiven)
  if (typeof commit !== 'boolean') throw refused(`commit must be true or false, not ${shown(commit)}`)
  return (commit ? await committed(tract, ask) : await uncommitted(tract, ask)) as Generated<Commit>
}

async function committed(tract: TractHandle, options: AskOptions): Promise<Reply> {
  const answer = stream(tract, options)
  for await (const _event of answer) continue
  const reply = await answer.reply
  if (reply.status === 'partial' && reply.partial === null && reply.fault) throw new Fault(reply.fault.code, reply.fault.data)
  return reply
}

async function uncommitted(tract: TractHandle, options: AskOptions): Promise<UncommittedReply> {
  const question = prepareQuestion(tract, options)
  const outcome = await askAside(question, options.signal)
  return { ...baseOf(question, outcome), status: 'uncommitted', stopReason: outcome.stopReason }
}

/** Says something and gets the answer. The words are safe before the model is asked. Faults: those of `generate`. */
export async function chat(tract: TractHandle, text: string, options: AskOptions & { readonly name?: string } = {}): Promise<Reply> {
  const { name, ...ask } = checkCommitting(options)
  checkOutsideBatch(tract)
  routeFor(tract, 'chat', ask)
  append(tract, { type: 'dialogue', role: 'user', text, ...(name === undefined ? {} : { name }) })
  return committed(tract, ask)
}

/** Asks again for the message that has no answer, without saying it twice. Faults: `chat/nothing-pending`, those of `generate`. */
export const retry = (tract: TractHandle, options: AskOptions = {}): Promise<Reply> => committed(tract, { ...options, retry: true })

/** Goes on with an answer that stopped halfway. Faults: `partial/not-found`, those of `generate`. */
export const resume = (tract: TractHandle, partial: PartialId, options: AskOptions = {}): Promise<Reply> => committed(tract, { ...options, resume: partial })

const howGiven = 'options: give them as { temperature: … }'

/** Whoever says `commit: false` must not find the answer committed. */
function checkCommitting<T extends AskOptions>(options: T): T {
  const { commit } = checkOptions(options, howGiven) as { readonly commit?: unknown }
  if (commit === false) throw refused('commit: false is for generate; what is said and what comes in pieces is always kept')
  return options
}
