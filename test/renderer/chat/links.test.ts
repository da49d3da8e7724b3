import { describe, expect, it } from 'vitest'
import { imageHost, linkTarget, safeLink } from '../../../renderer/chat/links.ts'

describe('links in messages', () => {
  it.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['http://example.org', 'http://example.org/'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['https://exämple.org/', 'https://xn--exmple-cua.org/'],
  ])('opens %s', (href, address) => {
    expect(safeLink(href)).toBe(address)
  })

  it.each([
    undefined, '', '#part', '/path', 'path', '//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example', 'https:/evil.example', 'https:///evil.example',
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x',
    'ms-settings:', 'smb://host/share', 'https://good.example@evil.example/', 'https://user:pass@evil.example', 'https://evil.example/\u202egpj', 'https://a b', 'https://a.example\\@b.example', 'blob:https://a', 'ftp://a',
  ])('shows %j as plain text', (href) => {
    expect(safeLink(href)).toBeNull()
  })

  it('names where a link leads', () => {
    expect([linkTarget('https://example.org:8443/x'), linkTarget('mailto:a@example.org')]).toEqual(['example.org:8443', 'a@example.org'])
  })

  it('names where an image would come from', () => {
    expect(['https://tracker.example/p.png', 'data:image/png;base64,AA', 'relative.png', undefined].map(imageHost)).toEqual(['tracker.example', 'inside the message', 'no address', 'no address'])
  })
})
