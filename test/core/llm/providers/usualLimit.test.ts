import { describe, expect, test } from 'vitest'
import { question } from '../../../helpers/calls.ts'
import { canary, providers } from './providers.ts'

describe.each(providers)('where no setting limits the answer, $title', ({ make }) => {
  test.each([
    [{ model: 'claude-opus-4-1' }],
    [{ model: 'gpt-4o' }],
    [{ model: 'nobody-knows-it' }],
    [{ model: 'claude-opus-4-1', extra: { thinking: { type: 'enabled', budget_tokens: 2048 } } }],
  ])('sends the limit that it tells: %j', (config) => {
    const client = make({ apiKey: canary })
    const body = client.preview?.({ ...question, config }) ?? {}
    const sent = body['max_tokens'] ?? body['max_completion_tokens'] ?? (body['options'] as { readonly num_predict?: number } | undefined)?.num_predict ?? null
    expect(client.usualMaxTokens?.(config) ?? null).toBe(sent)
  })
})
