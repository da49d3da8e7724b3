import { expect, test } from 'vitest'
import { sdkFault } from '../../../../core/llm/providers/sdkFault.ts'

const facts = { client: 'OpenAI', url: 'https://api.openai.com/v1', model: 'm', redact: (text: string) => text, hasOpened: false }
const failedBy = (code: string): Error => new Error('Connection error.', { cause: new TypeError('fetch failed', { cause: Object.assign(new Error('getaddrinfo'), { code }) }) })

test.each([
  ['EAI_AGAIN', "The name api.openai.com can't be looked up: is this machine online?", true],
  ['ENETUNREACH', 'There is no network', true],
  ['ECONNREFUSED', 'The connection was refused', undefined],
  ['ENOTFOUND', 'There is no host called api.openai.com', undefined],
])('%s: whether this machine has a way out at all is told', (code, reason, isOffline) => {
  expect(sdkFault(failedBy(code), facts).data).toEqual({ client: 'OpenAI', url: facts.url, reason, ...(isOffline && { isOffline }) })
})
