import { expect, test } from 'vitest'
import { readLink } from '../../main/links.ts'

test.each([
  ['https://example.com/a?b=c#d', { url: 'https://example.com/a?b=c#d', host: 'example.com', isSecure: true }],
  ['http://example.com', { url: 'http://example.com/', host: 'example.com', isSecure: false }],
  ['https://exаmple.com', { url: 'https://xn--exmple-4nf.com/', host: 'xn--exmple-4nf.com', isSecure: true }],
])('%s may be offered', (text, link) => {
  expect(readLink(text)).toEqual(link)
})

test.each([
  'file:///etc/passwd', 'smb://host/share', 'vscode://file/x', 'ms-msdt:/id', 'javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.c', 'https://user@example.com', 'https://a:b@example.com',
  '/relative', '', `https://example.com/${'a'.repeat(2048)}`,
])('%s may not', (text) => {
  expect(readLink(text)).toBeNull()
})
