import { describe, expect, test } from 'vitest'
import { redactor, shownText } from '../../../core/llm/redact.ts'

const secret = 'plain/Canary+42"ü'
const bytes = (before: string) => Buffer.from(before + secret + 'tail').toString('base64')

describe('a known secret is removed in every form', () => {
  test.each([
    ['as it is', secret],
    ['JSON-escaped', JSON.stringify(secret)],
    ['JSON with escaped slashes', JSON.stringify(secret).replaceAll('/', '\\/')],
    ['URL-escaped', encodeURIComponent(secret)],
    ['URL-escaped, slashes kept', encodeURI(secret)],
    ['hex', Buffer.from(secret).toString('hex')],
    ['base64 at the start', bytes('')],
    ['base64 one further', bytes('a')],
    ['base64 two further', bytes('ab')],
    ['base64 for URLs', Buffer.from(secret).toString('base64url')],
  ])('%s', (_, form) => {
    const redacted = redactor([secret])(`before ${form} after`)
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64').slice(2, -3)]
    expect({ hits: forms.filter((one) => redacted.includes(one)), removed: redacted.includes('[removed]'), frame: /^before .* after$/.test(redacted) }).toEqual({ hits: [], removed: true, frame: true })
  })
})

describe('what looks like a key is removed', () => {
  test.each([
    ['sk-abcdef123456', '[removed]'],
    ['sk-proj-AbC_123-xyz987', '[removed]'],
    ['sk-ant-api03-AbC_123', '[removed]'],
    ['Incorrect API key provided: sk-12***********89.', 'Incorrect API key provided: [removed]'],
    ['AIzaSyA1234567890abcdef', '[removed]'],
    ['gsk_abcdefghij1234', '[removed]'],
    ['xai-abcdef123456', '[removed]'],
    ['ghp_abcdefghij1234567890', '[removed]'],
    ['Authorization: Bearer abc.def-123', 'Authorization: [removed]'],
    ['authorization=abcdefgh', '[removed]'],
    ['{"api_key":"topsecret1"}', '{"[removed]"}'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', '[removed]'],
    ['-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----', '[removed]'],
    ['http://user:pass@host/', 'http://[removed]@host/'],
    ['The bearer of bad news has no basic income.', 'The bearer of bad news has no basic income.'],
    ['max_tokens must be at most 4096 for task-oriented models', 'max_tokens must be at most 4096 for task-oriented models'],
  ])('%s', (text, redacted) => {
    expect(redactor([])(text)).toBe(redacted)
  })
})

test('a text to show is one short line without characters that steer', () => {
  const text = shownText(`a\nb\u0000\u202Ec ${'x'.repeat(500)}`, redactor([]))
  expect([text.length, text.slice(0, 6), text.at(-1)]).toEqual([300, 'a b c ', '…'])
})

test('a short word handed in as a secret leaves other words whole', () => {
  expect(redactor(['none', ''])('there is none')).toBe('there is none')
})
