import { expect, test } from 'vitest'
import { tooLong } from '../../../../core/llm/providers/tooLong.ts'

test.each<[provider: string, says: string, limit: number | null, sent: number | null]>([
  ['OpenAI', "This model's maximum context length is 8192 tokens. However, your messages resulted in 8420 tokens. Please reduce the length of the messages.", 8192, 8420],
  ['OpenAI, with room for the answer', "This model's maximum context length is 8192 tokens. However, you requested 9444 tokens (8420 in the messages, 1024 in the completion).", 8192, 9444],
  ['OpenAI, newer', 'Your input exceeds the context window of this model. Please adjust your input and try again.', null, null],
  ['vLLM', "This model's maximum context length is 4096 tokens. However, your request has 5000 input tokens. Please reduce the length of the input messages.", 4096, 5000],
  ['vLLM, older', 'The decoder prompt (length 9000) is longer than the maximum model length of 8192. Make sure that `max_model_len` is no smaller.', 8192, 9000],
  ['OpenRouter', "This endpoint's maximum context length is 131072 tokens. However, you requested about 140000 tokens (140000 of text input).", 131_072, 140_000],
  ['Anthropic', 'prompt is too long: 208310 tokens > 200000 maximum', 200_000, 208_310],
  ['Anthropic, with room for the answer', 'input length and `max_tokens` exceed context limit: 190000 + 20000 > 200000, decrease input length or `max_tokens` and try again', 200_000, 190_000],
  ['llama.cpp', 'the request exceeds the available context size, try increasing it', null, null],
  ['llama.cpp, newer', 'request (5000 tokens) exceeds the available context size (4096 tokens), try increasing it', 4096, 5000],
  ['Ollama', 'the input length exceeds the context length', null, null],
  ['Ollama, newer', 'the prompt is longer than the context length currently available to the model', null, null],
  ['LM Studio', 'Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.', 4096, 9000],
  ['Gemini', 'The input token count (1048577) exceeds the maximum number of tokens allowed (1048576).', 1_048_576, 1_048_577],
  ['Mistral', 'Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length', 32_768, 40_000],
])('%s refuses a prompt for its length', (_, found, limit, sent) => expect(tooLong(found, 'error invalid_request_error')).toEqual({ limit, sent, found }))

test('an error that names itself so needs no sentence', () => expect(tooLong('No.', 'invalid_request_error context_length_exceeded')).toEqual({ limit: null, sent: null, found: 'No.' }))

test.each(['Your question is too long', 'max_tokens is too large: 100000', 'The name of the tool is too long', 'Rate limit reached: 8192 tokens per minute', ''])('%j is about something else', (found) =>
  expect(tooLong(found, 'error invalid_request_error')).toBeNull(),
)
