import type { ToolCall } from '../model/reply.ts'
import type { ChatEvent } from './client.ts'

/** Shorter ones would tear ordinary words out of an answer, and are no secrets. */
const minSecretLength = 8
const mask = '[removed]'

/**
 * The events of an answer without a client's own secrets: a server that echoes the key it was sent must not get it into a conversation. A piece
 * that could be the beginning of a secret is held back until what follows tells.
 */
export async function* withoutSecrets(events: AsyncIterable<ChatEvent>, secrets: readonly string[]): AsyncGenerator<ChatEvent, void> {
  const known = secrets.filter((secret) => secret.length >= minSecretLength)
  const kinds = { text: holdingBack(known), reasoning: holdingBack(known) }
  try {
    for await (const event of events) {
      if (event.type === 'text' || event.type === 'reasoning') yield { ...event, text: kinds[event.type].take(event.text) }
      else if (event.type === 'toolCall') yield { ...event, call: calledWithout(known, event.call) }
      else if (event.type === 'done') yield* heldBack(kinds, event)
      else yield event
    }
  } catch (error) {
    yield* heldBack(kinds)
    throw error
  }
  yield* heldBack(kinds)
}

type Kinds = { readonly [Type in 'text' | 'reasoning']: ReturnType<typeof holdingBack> }

function* heldBack(kinds: Kinds, last?: ChatEvent): Generator<ChatEvent, void> {
  for (const type of ['reasoning', 'text'] as const) {
    const text = kinds[type].rest()
    if (text !== '') yield { type, text }
  }
  if (last) yield last
}

function holdingBack(secrets: readonly string[]): { take(piece: string): string; rest(): string } {
  let held = ''
  return {
    take(piece) {
      const text = masked(held + piece, secrets)
      const keep = Math.max(0, ...secrets.map((secret) => overlap(text, secret)))
      held = keep === 0 ? '' : text.slice(-keep)
      return keep === 0 ? text : text.slice(0, -keep)
    },
    /** A few letters may begin anything; from its half on it is the secret. */
    rest() {
      const isSecret = secrets.some((secret) => secret.startsWith(held) && held.length * 2 >= secret.length)
      const text = isSecret ? mask : held
      held = ''
      return text
    },
  }
}

/** How much of the end of `text` is the beginning of `secret`. */
function overlap(text: string, secret: string): number {
  for (let length = Math.min(text.length, secret.length - 1); length > 0; length--) if (text.endsWith(secret.slice(0, length))) return length
  return 0
}

/** Whatever of a call a server fills in may be the key: its id and its tool too. */
function calledWithout(secrets: readonly string[], { id, name, arguments: input }: ToolCall): ToolCall {
  return { id: masked(id, secrets), name: masked(name, secrets), arguments: argumentsWithout(secrets, input) }
}

/** JSON spells one text in many ways, so arguments that are whole are looked through as what they say. */
function argumentsWithout(secrets: readonly string[], input: ToolCall['arguments']): ToolCall['arguments'] {
  const said = typeof input === 'string' ? parsed(input) : input
  if (said === undefined) return masked(input as string, secrets)
  const text = JSON.stringify(said)
  const clean = masked(text, secrets.map((secret) => JSON.stringify(secret).slice(1, -1)))
  return clean === text ? input : clean
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const masked = (text: string, secrets: readonly string[]): string => secrets.reduce((rest, secret) => rest.replaceAll(secret, mask), text)
