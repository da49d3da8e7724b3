import type { Random } from './random.ts'

/** Texts whose formatting takes far longer than they are long, or nests deeper than a stack, with the name of what they try. */
export const bombs: readonly (readonly [name: string, text: string])[] = [
  ['quotes in quotes', `${'>'.repeat(5000)}x`],
  ['open brackets', '['.repeat(20_000)],
  ['open images', '!['.repeat(20_000)],
  ['emphasis that never pairs', '*a_ '.repeat(5000)],
  ['open links', '[a]('.repeat(5000)],
  ['backticks of every length', Array.from({ length: 300 }, (_, at) => `${'`'.repeat(at + 1)}a`).join(' ')],
  ['lists in lists by indent', Array.from({ length: 600 }, (_, at) => `${' '.repeat(at * 2)}- x`).join('\n')],
  ['lists in lists in one line', '1. '.repeat(3000)],
  ['lists in quotes in lists', `${'> - '.repeat(1500)}a`],
  ['a table of two thousand columns', `${'|a'.repeat(2000)}|\n${'|-'.repeat(2000)}|\n${'|b'.repeat(2000)}|`],
  ['strikes that never pair', '~~a'.repeat(6000)],
  ['brackets in brackets', '[a'.repeat(10_000) + ']'.repeat(10_000)],
  ['links in links', `${'['.repeat(2000)}a${'](x)'.repeat(2000)}`],
  ['references', '[a]: /x\n'.repeat(2000) + '[a]'.repeat(2000)],
]

/** Texts that try to load, run, leave or look like the app; `url` is where a request would arrive. */
export function hostileTexts(url: string): readonly string[] {
  return [...elements(url), ...links(url), ...images(url), ...odd(url)]
}

const elements = (url: string): readonly string[] => [
  '<script>alert(1)</script>', `<script src="${url}/a.js"></script>`, '<ScRiPt>alert(1)</sCrIpT>', '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script\n>alert(1)</script\n>',
  `<img src="${url}/a.png">`, '<img src=x onerror=alert(1)>', '<img src=x onerror="location=\'//a\'">', `<img srcset="${url}/a 1x">`, `<picture><source srcset="${url}/b"><img></picture>`,
  `<svg onload=alert(1)>`, `<svg><image href="${url}/c"/></svg>`, `<svg><use href="${url}/d#x"/></svg>`, '<svg><script>alert(1)</script></svg>', '<svg><animate onbegin=alert(1)></svg>', '<math><mtext><script>alert(1)</script>',
  `<iframe src="${url}/e"></iframe>`, '<iframe srcdoc="<script>parent.alert(1)</script>">', `<object data="${url}/f">`, `<embed src="${url}/g">`, `<link rel=stylesheet href="${url}/h.css">`, `<link rel=prefetch href="${url}/i">`, `<link rel=dns-prefetch href="${url}">`,
  `<meta http-equiv=refresh content="0;url=${url}/j">`, `<base href="${url}/">`, `<style>@import "${url}/k.css"; body{display:none}</style>`, `<div style="background:url(${url}/l)">x</div>`, `<p style="position:fixed;inset:0;z-index:9999">covered</p>`,
  `<form action="${url}/m"><input name=a autofocus onfocus=alert(1)><button>Send</button></form>`, `<input type=image src="${url}/n">`, `<video src="${url}/o" autoplay>`, `<video poster="${url}/p">`, `<audio src="${url}/q" autoplay>`, `<body onload=alert(1)>`, '<details open ontoggle=alert(1)>', '<marquee onstart=alert(1)>',
  `<a href="javascript:alert(1)">a</a>`, `<a href="${url}/r" ping="${url}/s">a</a>`, `<template><img src="${url}/t"></template>`, `<noscript><img src="${url}/u"></noscript>`, `<table background="${url}/v"><tr><td>x</table>`, '<dialog open>Enter your key</dialog>', '<button onclick=alert(1)>Allow</button>',
  '<!--[if IE]><script>alert(1)</script><![endif]-->', '<![CDATA[<script>alert(1)</script>]]>', '<?xml-stylesheet href="x"?>', `<!DOCTYPE x [<!ENTITY y SYSTEM "${url}/w">]>&y;`, `<portal src="${url}/x">`, `<frameset><frame src="${url}/y">`, `<x-custom onclick=alert(1)>`, `"><img src=${url}/z>`, "'><svg/onload=alert(1)>",
]

const links = (url: string): readonly string[] => [
  '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](java\nscript:alert(1))', '[a](java&#115;cript:alert(1))', '[a](&#x6A;avascript:alert(1))', '[a](\x01javascript:alert(1))', '[a](%6aavascript:alert(1))', '[a](vbscript:msgbox(1))', '[a](data:text/html,<script>alert(1)</script>)', '[a](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[a](file:///etc/passwd)', '[a](smb://host/share)', '[a](ms-msdt:/id)', '[a](about:blank)', '[a](blob:http://x/1)', '[a](view-source:http://x)', '[a](//evil.example/a)', '[a](\\\\evil\\a)', '[a](/)', '[a](#top)', '[a](?token=1)', '[a](tract:0)', '[a](mailto:a@b?body=<script>)',
  `[a](${url}/link)`, `<${url}/auto>`, `${url}/bare`, 'www.evil.example', `[https://good.example](${url}/lie)`, `[a](${url}/t "<img src=x onerror=alert(1)>")`, `[![b](${url}/in.png)](${url}/out)`, `[a][b]\n\n[b]: javascript:alert(1)`, `[a][c]\n\n[c]: ${url}/ref "t"`, '<javascript:alert(1)>', '[a](http://user:pass@evil.example)', '[a](http://evil.example\u202Egro.elgoog)', '[a](http://\u0430pple.com)', '[\u202Egpj.exe](http://x.example)', '[a](http://[::1]:80/)', '[a](https:evil.example)', '[a](http:///evil.example)', '[a]( javascript:alert(1) )', '[a](<javascript:alert(1)>)',
]

const images = (url: string): readonly string[] => [
  `![a](${url}/1.png)`, `![a](${url}/2.png "t")`, `![${'x'.repeat(300)}](${url}/3)`, `![a](data:image/svg+xml,<svg onload=alert(1)>)`, '![a](data:image/png;base64,iVBORw0KGgo=)', '![a](javascript:alert(1))', `![a][i]\n\n[i]: ${url}/4`, `![](${url}/5?secret=everything)`, '![a](//evil.example/6)', '![a](file:///etc/passwd)', '![a](http:// )', '![a]()', `![a](${url.replace('http', 'HTTP')}/7)`, `![a](${url}/8#\u202E)`,
]

const odd = (url: string): readonly string[] => [
  '```html\n<script>alert(1)</script>\n```', '```"><img src=x onerror=alert(1)>\ncode\n```', '```js onload=alert(1)\n1\n```', '``` __proto__\nx\n```', '```constructor\nx\n```', '~~~toString\nx', '`<img src=x onerror=alert(1)>`', `| a | <img src="${url}/cell"> |\n|---|---|\n| [x](javascript:alert(1)) | ![y](${url}/cell2) |`, '- [x] <input onfocus=alert(1) autofocus>', '# <script>alert(1)</script>', '> <iframe src=x>', `[^1]\n\n[^1]: ![a](${url}/foot)`, '[^__proto__]: x\n\n[^__proto__]', '$$\\href{javascript:alert(1)}{x}$$', '\\(\\unicode{x}\\)', '```mermaid\ngraph TD; A-->B; click A href "javascript:alert(1)"\n```', '&lt;script&gt;alert(1)&lt;/script&gt;', '&#60;script&#62;', '\u0000<script>', '\uFEFF<script>alert(1)</script>', '\uD800', '\u202Ertl\u202C', 'a\u0300'.repeat(500), '\u200B'.repeat(2000), 'x'.repeat(20_000), '👩‍👩‍👧‍👦'.repeat(300), '\n'.repeat(3000) + 'end', '---\n'.repeat(300), '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '<%= 1 %>', ']]>', '--><script>alert(1)</script>', '\\'.repeat(999), ' '.repeat(5000), `@import url(${url}/css)`, 'You\n\nallow everything', '[object Object]', '__proto__', 'hasOwnProperty',
]

const pieces = ['[', '](', ')', '![', '<', '>', '"', "'", '`', '```', '\n', '\n\n', '- ', '1. ', '> ', '| ', '|---|', '*', '**', '_', '~~', '&', '&#x6A;', 'javascript:', 'data:', 'alert(1)', 'onerror=', 'src=', 'href=', '<img ', '<script>', '</script>', '<svg ', 'style=', '[^1]', ': ', '#', '\\', 'text', ' ', '\u202E', '\u0000']

/** A text of such pieces in any order. */
export function randomHostile(random: Random, url: string): string {
  const list = [...pieces, url, `${url}/r`]
  return Array.from({ length: 3 + random.below(40) }, () => random.pick(list)).join('')
}
