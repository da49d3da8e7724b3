/** Tokens, as far as the provider told them. `found`: its own sentence, fit to be shown. */
export type TooLong = { readonly limit: number | null; readonly sent: number | null; readonly found: string }

/**
 * Recognises the sentence of a provider that refuses a prompt for its length, and reads its numbers. null: it is about something else.
 * `codes` are the words of the error beside its sentence, such as `context_length_exceeded`. Each row is what one of them really sends:
 * OpenAI and Azure, vLLM, OpenRouter, Anthropic, llama.cpp, LM Studio, Ollama, Gemini, Mistral.
 */
export function tooLong(found: string, codes: string): TooLong | null {
  const row = sentences.find(({ says }) => says.test(found))
  if (!row && !/context_length_exceeded|exceed_context_size/.test(codes)) return null
  return { limit: row?.limit ? countIn(found, row.limit) : null, sent: row?.sent ? countIn(found, row.sent) : null, found }
}

type Sentence = { readonly says: RegExp; readonly limit?: RegExp; readonly sent?: RegExp }

const sentences: readonly Sentence[] = [
  {
    says: /maximum context length/i,
    limit: /maximum context length (?:is|of) (\d[\d,]*)|(\d[\d,]*) maximum context length/i,
    sent: /(?:resulted in|requested|requested about|has|contains) (\d[\d,]*) (?:input )?tokens/i,
  },
  { says: /longer than the maximum model length/i, limit: /maximum model length of (\d+)/i, sent: /\(length (\d+)\)/i },
  { says: /prompt is too long: \d/i, limit: /> (\d+)/, sent: /: (\d+) tokens/ },
  { says: /exceed context limit/i, limit: /> (\d+)/, sent: /limit: (\d+) \+/ },
  { says: /exceeds? the (?:available )?context (?:size|length|window)|input length exceeds .*context length/i, limit: /context (?:size|length|window) (?:of )?\((\d+)/i, sent: /request \((\d+) tokens\)/i },
  { says: /prompt is longer than the context length/i },
  { says: /exceeds the maximum number of tokens allowed/i, limit: /allowed \((\d+)\)/i, sent: /count \((\d+)\)/i },
  { says: /loaded with context length of only/i, limit: /of only (\d+)/i, sent: /first (\d+) tokens/i },
]

function countIn(text: string, where: RegExp): number | null {
  const digits = where.exec(text)?.slice(1).find((group) => group !== undefined)
  return digits === undefined ? null : Number(digits.replaceAll(',', ''))
}
