/** What a server says of itself and of its models, asked once each. */
export type OllamaFacts = {
  /** How many tokens the model reaches over; null: not known. Never throws. */
  limitOf(model: string, signal: AbortSignal): Promise<number | null>
  /** Whether its count of the prompt tells what was read: before 0.4 it left out what it had read for the call before. Never throws. */
  countsAll(signal: AbortSignal): Promise<boolean>
  /** The limit, where it was asked for already. */
  knownLimit(model: string): number | null
}

/** `ask` gives the JSON of an endpoint, or throws. */
export function ollamaFacts(ask: (path: string, body: object | null, signal: AbortSignal) => Promise<unknown>): OllamaFacts {
  const limits = new Map<string, number | null>()
  let version: unknown
  return {
    async limitOf(model, signal) {
      if (!limits.has(model)) await ask('/api/show', { model }, signal).then((shown) => limits.set(model, contextLength(shown)), () => {})
      return limits.get(model) ?? null
    },
    async countsAll(signal) {
      version ??= await ask('/api/version', null, signal).catch(() => undefined)
      return !/^0\.[0-3]\./.test(String((version as { readonly version?: unknown } | null | undefined)?.version))
    },
    knownLimit: (model) => limits.get(model) ?? null,
  }
}

/** Each architecture has a field of its own: `llama.context_length`, `qwen3.context_length`. */
function contextLength(shown: unknown): number | null {
  const info = (shown as { readonly model_info?: { readonly [field: string]: unknown } } | null)?.model_info ?? {}
  const found = info[`${String(info['general.architecture'])}.context_length`]
  return Number.isSafeInteger(found) && (found as number) > 0 ? (found as number) : null
}
