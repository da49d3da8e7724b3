/** What is known of a model. null: unknown. */
export type ModelFacts = {
  /** Tokens it reads and writes in one call, together. */
  readonly contextTokens: number | null
  /** Tokens it writes in one answer at most. */
  readonly maxOutputTokens: number | null
}

/** The day the rows below were last held against what the providers publish. */
export const modelFactsAsOf = '2026-11-21'

/**
 * Gives what is known of a model by its name, with or without the vendor before it and the date or size behind it. A server of one's own may be
 * set to less. Sources: the model pages of OpenAI and Anthropic, and the model cards of the open ones.
 */
export function modelFacts(model: string): ModelFacts {
  const name = shortName(model)
  const row = rows.find(([pattern]) => pattern.test(name))
  return { contextTokens: row?.[1] ?? null, maxOutputTokens: row?.[2] ?? null }
}

/** A model's name in small letters, without vendor and region: `us.anthropic.claude-3.5-sonnet` is `claude-3-5-sonnet`. */
export function shortName(model: string): string {
  const name = (model.toLowerCase().split('/').at(-1) ?? '').replace(/^.*\.(?=claude-)/, '')
  return name.startsWith('claude-') ? name.replaceAll('.', '-') : name
}

type Row = readonly [pattern: RegExp, contextTokens: number, maxOutputTokens: number | null]

/** The first row that fits counts, so the special stands before the general. */
const rows: readonly Row[] = [
  [/^claude-(opus|sonnet|haiku|fable|mythos)-5(\D|$)/, 1_000_000, 128_000],
  [/^claude-opus-4-[678](\D|$)/, 1_000_000, 128_000],
  [/^claude-sonnet-4-6(\D|$)/, 1_000_000, 64_000],
  [/^claude-(opus|sonnet|haiku)-4-5(\D|$)/, 200_000, 64_000],
  [/^claude-opus-4/, 200_000, 32_000],
  [/^claude-(sonnet-4|3-7-sonnet)/, 200_000, 64_000],
  [/^claude-3-5-/, 200_000, 8192],
  [/^claude-3-(opus|sonnet|haiku)/, 200_000, 4096],

  [/^gpt-6/, 1_050_000, 128_000],
  [/^gpt-5(\.\d)?-chat/, 128_000, 16_384],
  [/^gpt-5\.3-codex-spark/, 128_000, null],
  [/^gpt-5\.[456]-(mini|nano)/, 400_000, 128_000],
  [/^gpt-5\.[456]/, 1_050_000, 128_000],
  [/^gpt-5-pro/, 400_000, 272_000],
  [/^gpt-5/, 400_000, 128_000],
  [/^gpt-4\.1/, 1_047_576, 32_768],
  [/^gpt-4o-2024-05-13/, 128_000, 4096],
  [/^(chat)?gpt-4o/, 128_000, 16_384],
  [/^gpt-4-(turbo|1106|0125)/, 128_000, 4096],
  [/^gpt-4-32k/, 32_768, null],
  [/^gpt-4(-|$)/, 8192, 8192],
  [/^gpt-3\.5-turbo/, 16_385, 4096],
  [/^o1-mini/, 128_000, 65_536],
  [/^o1-preview/, 128_000, 32_768],
  [/^o[134](-|$)/, 200_000, 100_000],
  [/^gpt-oss/, 131_072, null],

  [/^gemini-2\.5-(pro|flash)/, 1_048_576, 65_536],
  [/^llama-?4.*scout/, 10_485_760, null],
  [/^llama-?4.*maverick/, 1_048_576, null],
  [/^(meta-)?llama-?3\.[123]/, 131_072, null],
  [/^(meta-)?llama-?3(\D|$)/, 8192, null],
  [/^llama-?2(\D|$)/, 4096, null],
  [/^codellama/, 16_384, null],
  [/^qwen3-coder/, 262_144, null],
  [/^qwen-?2\.5/, 32_768, null],
  [/^gemma-?3[:-]1b/, 32_768, null],
  [/^gemma-?3n/, 32_768, null],
  [/^gemma-?3/, 131_072, null],
  [/^gemma-?2?([:-]|$)/, 8192, null],
  [/^mistral-(nemo|small3|small-3)/, 131_072, null],
  [/^(open-)?mi(s|x)tral(:|-7b|-8x7b|$)/, 32_768, null],
  [/^deepseek-r1/, 131_072, null],
  [/^phi-?4-mini/, 131_072, null],
  [/^phi-?4([:-]|$)/, 16_384, null],
]
