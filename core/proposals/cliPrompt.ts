import { isObject } from '../model/given.ts'
import type { JsonObject } from '../model/json.ts'
import type { Decision, Reviewer } from '../model/proposal.ts'
import { describeProposal } from './describe.ts'

export type Terminal = { readonly input: AsyncIterable<string>; readonly write: (text: string) => void }

/**
 * Makes a reviewer that asks in a terminal: approve, reject with a reason, modify, or leave it in the queue. An edit that isn't finished, and an
 * input that ends, approve nothing. `input` gives lines, as `createInterface` of `node:readline` does.
 * @example
 * async function* typed() { yield 'r'; yield 'not during the demo' }
 * tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual', onProposal: cliPrompt({ input: typed(), write: () => {} }) })
 * tract.user('And boots?')
 * await tract.settled()
 * const [rejected] = tract.proposals.list({ state: 'rejected' })
 * rejected?.state.kind === 'rejected' && rejected.state.reason // → 'not during the demo'
 */
export function cliPrompt({ input, write }: Terminal): Reviewer {
  const lines = input[Symbol.asyncIterator]()
  const ask = async (question: string, signal: AbortSignal): Promise<string | null> => {
    write(question)
    const line = await orAborted(lines.next(), signal)
    return line === null || line.done === true ? null : line.value.trim()
  }
  return async (proposal, { signal }) => {
    write(`${printable(describeProposal(proposal))}\n`)
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- a person answers one question after the other
      const answer = await ask('[a]pprove, [r]eject, [m]odify, [q]ueue? ', signal)
      if (answer === null) return { decision: 'queue' }
      const choice = answer.toLowerCase()
      if (choice === 'a' || choice === 'approve') return { decision: 'approve' }
      if (choice === 'q' || choice === 'queue') return { decision: 'queue' }
      // oxlint-disable-next-line no-await-in-loop
      if (choice === 'r' || choice === 'reject') return { decision: 'reject', reason: (await ask('Why? ', signal)) ?? '' }
      // oxlint-disable-next-line no-await-in-loop
      if (choice === 'm' || choice === 'modify') return modified(await ask('Its arguments, as JSON: ', signal))
    }
  }
}

function modified(text: string | null): Decision {
  try {
    const args: unknown = JSON.parse(text ?? '')
    if (isObject(args)) return { decision: 'modify', args: args as unknown as JsonObject }
  } catch {
    // Told below: half an edit is no approval.
  }
  return { decision: 'reject', reason: 'the edit was not finished' }
}

/** A terminal obeys control characters: a model's words must not. */
const printable = (text: string): string => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '·')

function orAborted<T>(waiting: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return Promise.resolve(null)
  const { promise, resolve } = Promise.withResolvers<null>()
  const leave = (): void => resolve(null)
  signal.addEventListener('abort', leave, { once: true })
  return Promise.race([waiting, promise]).finally(() => signal.removeEventListener('abort', leave))
}
