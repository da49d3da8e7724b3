import { expect, test } from 'vitest'
import { isNearby as isNearbyToTheCore } from '../../../core/llm/models.ts'
import { isNearby } from '../../../renderer/state/network.ts'

const addresses = [
  'http://127.0.0.1:8000/v1', 'http://localhost:11434', 'http://[::1]:1234/v1', 'http://192.168.1.20/v1', 'http://10.0.0.3', 'http://172.16.0.1', 'http://172.32.0.1', 'http://models.local', 'http://nas', 'http://box.lan/v1',
  'http://[fd00::1]/v1', 'https://api.openai.com/v1', 'https://8.8.8.8/v1', 'https://[2001:db8::1]/v1', 'https://local.example.com',
]

test.each(addresses)('%s is as near as the core says', (baseUrl) => expect(isNearby({ kind: 'openai', baseUrl })).toBe(isNearbyToTheCore(baseUrl)))

test('what has no address of its own is far, but for what runs here', () => {
  expect((['openai', 'anthropic', 'ollama', 'demo'] as const).map((kind) => isNearby({ kind, baseUrl: '' }))).toEqual([false, false, true, true])
})
