import { append } from '../history/append.ts'
import { Fault } from '../model/fault.ts'
import type { PartialId } from '../model/ids.ts'
import type { Reply } from '../model/reply.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { clientFor, resolveFor } from './clients.ts'
import { type AskOptions, prepareQuestion } from './question.ts'
import { openReplyStream, type ReplyStream } from './replyStream.ts'

/** Asks with the context as it stands, piece by piece. Faults: those of `prepareQuestion`; what a provider does comes as events. */
export function stream(tract: TractHandle, options: AskOptions = {}): ReplyStream {
  return openReplyStream(prepareQuestion(tract, options))
}

/**
 * Asks and waits for the answer. One that stopped halfway comes back as `partial`; when nothing came at all, the reason is thrown.
 * Faults: those of `stream`, `llm/auth`, `llm/rate-limited`, `llm/overloaded`, `llm/unreachable`, `llm/refused-payload`, `llm/protocol`.
 */
export async function generate(tract: TractHandle, options: AskOptions = {}): Promise<Reply> {
  const answer = stream(tract, options)
  for await (const _event of answer) continue
  const reply = await answer.reply
  if (reply.status === 'partial' && reply.partial === null && reply.fault) throw new Fault(reply.fault.code, reply.fault.data)
  return reply
}

/** Says something and gets the answer. The words are safe before the model is asked. Faults: those of `generate`. */
export async function chat(tract: TractHandle, text: string, options: AskOptions & { readonly name?: string } = {}): Promise<Reply> {
  const { name, ...ask } = options
  clientFor(tract, 'chat')
  if (resolveFor(tract, 'chat', ask).values.model === undefined) throw new Fault('llm/no-model', { task: 'chat' })
  append(tract, { type: 'dialogue', role: 'user', text, ...(name === undefined ? {} : { name }) })
  return generate(tract, ask)
}

/** Asks again for the message that has no answer, without saying it twice. Faults: `chat/nothing-pending`, those of `generate`. */
export const retry = (tract: TractHandle, options: AskOptions = {}): Promise<Reply> => generate(tract, { ...options, retry: true })

/** Goes on with an answer that stopped halfway. Faults: `partial/not-found`, those of `generate`. */
export const resume = (tract: TractHandle, partial: PartialId, options: AskOptions = {}): Promise<Reply> => generate(tract, { ...options, resume: partial })
