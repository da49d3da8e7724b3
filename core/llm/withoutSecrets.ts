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
      else if (event.type === 'toolCall') yield { ...event, call: { ...event.call, arguments: masked(event.call.arguments, known) } }
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
      const text = secrets.reduce((rest, secret) => rest.replaceAll(secret, mask), held + piece)
      const keep = Math.max(0, ...secrets.map((secret) => overlap(text, secret)))
      held = keep === 0 ? '' : text.slice(-keep)
      return keep === 0 ? text : text.slice(0, -keep)
    },
    rest() {
      const text = held
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

type Arguments = Extract<ChatEvent, { type: 'toolCall' }>['call']['arguments']

function masked(input: Arguments, secrets: readonly string[]): Arguments {
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  const clean = secrets.reduce((rest, secret) => rest.replaceAll(secret, mask), text)
  return clean === text ? input : clean
}
