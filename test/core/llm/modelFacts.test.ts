import { describe, expect, test } from 'vitest'
import { modelFacts, modelFactsAsOf, shortName } from '../../../core/llm/modelFacts.ts'

describe('what is known of a model by its name', () => {
  test.each([
    ['claude-opus-5-5', 1_000_000, 128_000],
    ['claude-fable-5-1', 1_000_000, 128_000],
    ['claude-sonnet-5', 1_000_000, 128_000],
    ['claude-opus-4-7', 1_000_000, 128_000],
    ['claude-sonnet-4-6', 1_000_000, 64_000],
    ['claude-sonnet-4-5-20250929', 200_000, 64_000],
    ['claude-opus-4-5', 200_000, 64_000],
    ['claude-opus-4-20250514', 200_000, 32_000],
    ['claude-opus-4-1', 200_000, 32_000],
    ['claude-sonnet-4-20250514', 200_000, 64_000],
    ['claude-3-5-haiku-latest', 200_000, 8192],
    ['claude-3-opus-20240229', 200_000, 4096],
    ['anthropic/claude-3.5-sonnet', 200_000, 8192],
    ['us.anthropic.claude-opus-4-7-v1:0', 1_000_000, 128_000],
    ['gpt-6-astra', 1_050_000, 128_000],
    ['gpt-6.2-sol', 1_050_000, 128_000],
    ['openai/gpt-5.5', 1_050_000, 128_000],
    ['gpt-5.4-mini', 400_000, 128_000],
    ['gpt-5.1-chat-latest', 128_000, 16_384],
    ['gpt-5', 400_000, 128_000],
    ['gpt-5-pro', 400_000, 272_000],
    ['gpt-4.1-mini', 1_047_576, 32_768],
    ['gpt-4o', 128_000, 16_384],
    ['gpt-4-turbo-2024-04-09', 128_000, 4096],
    ['gpt-4', 8192, 8192],
    ['gpt-3.5-turbo', 16_385, 4096],
    ['o3-mini', 200_000, 100_000],
    ['o1-mini', 128_000, 65_536],
    ['gpt-oss:20b', 131_072, null],
    ['llama3.1:8b', 131_072, null],
    ['meta-llama/Llama-3.3-70B-Instruct', 131_072, null],
    ['llama3:8b', 8192, null],
    ['llama4:scout', 10_485_760, null],
    ['gemma3:1b', 32_768, null],
    ['gemma3:12b', 131_072, null],
    ['gemma2', 8192, null],
    ['mistral', 32_768, null],
    ['mistral-nemo', 131_072, null],
    ['mistralai/Mistral-7B-Instruct-v0.3', 32_768, null],
    ['qwen2.5-coder:7b', 32_768, null],
    ['phi4', 16_384, null],
  ])('%s', (model, contextTokens, maxOutputTokens) => {
    expect(modelFacts(model)).toEqual({ contextTokens, maxOutputTokens })
  })

  test.each(['', 'my-model', 'claude-next', 'gpt-40', 'o5', 'claude-mythos-preview', 'mistral-large-latest'])('nothing of "%s"', (model) => {
    expect(modelFacts(model)).toEqual({ contextTokens: null, maxOutputTokens: null })
  })

  test('the table says of which day it is', () => {
    expect([modelFactsAsOf, Number.isNaN(Date.parse(modelFactsAsOf))]).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d$/), false])
  })

  test('a name is the same with its vendor and its region', () => {
    expect(['Claude-Opus-4.7', 'anthropic/claude-opus-4.7', 'eu.anthropic.claude-opus-4-7', 'GPT-4.1'].map(shortName)).toEqual(['claude-opus-4-7', 'claude-opus-4-7', 'claude-opus-4-7', 'gpt-4.1'])
  })
})
