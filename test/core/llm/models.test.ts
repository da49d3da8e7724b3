import { describe, expect, test } from 'vitest'
import { isNearby, shownUrl, thinksLong } from '../../../core/llm/models.ts'

describe('an address is nearby when it is on this machine or its network', () => {
  test.each([
    ['http://localhost:1234/v1', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://192.168.1.5/v1', true],
    ['http://10.0.0.2', true],
    ['http://172.16.0.1', true],
    ['http://172.32.0.1', false],
    ['http://box.local:11434/v1', true],
    ['http://gpu:8000/v1', true],
    ['https://api.openai.com/v1', false],
    ['https://fcompany.example', false],
    ['https://10.example.com', false],
  ])('%s: %s', (url, nearby) => {
    expect(isNearby(url)).toBe(nearby)
  })
})

describe('a model that thinks long is known by its name', () => {
  test.each([
    ['o3-mini', true],
    ['openai/gpt-5', true],
    ['gpt-4o', false],
    ['claude-opus-4-6', true],
    ['claude-sonnet-5', true],
    ['us.anthropic.claude-opus-4.7', true],
    ['claude-3-5-haiku', false],
    ['deepseek-reasoner', true],
    ['llama3.1:8b', false],
  ])('%s: %s', (model, thinks) => {
    expect(thinksLong(model)).toBe(thinks)
  })
})

describe('an address is shown without what could be secret', () => {
  test.each([
    ['https://user:pass@host:8443/v1/?key=abc#x', 'https://host:8443/v1'],
    ['http://localhost:1234/v1/', 'http://localhost:1234/v1'],
    ['not an address?key=abc', 'not an address'],
  ])('%s', (url, shown) => {
    expect(shownUrl(url)).toBe(shown)
  })
})
