import { describe, expect, test } from 'vitest'
import { isTooIntricate } from '../../../renderer/chat/tooIntricate.ts'
import { bombs } from '../../helpers/hostileMarkdown.ts'

/** Some are slow only in their hundreds of thousands, and pass. */
const cheap = new Set(['references'])

describe('a text that would hold up the window', () => {
  test.each(bombs.filter(([name]) => !cheap.has(name)))('is seen before it is formatted: %s', (_name, text) => {
    expect(isTooIntricate(text)).toBe(true)
  })
})

describe('what people and models write is formatted', () => {
  const line = 'Some **bold** and _other_ words with `code`, a [link](https://a.example) and an_identifier_of_some_length.\n'
  test.each<[string, string]>([
    ['a long answer', `${line.repeat(4)}\n`.repeat(500)],
    ['a table of a thousand rows', `| a | b | c |\n|---|---|---|\n${'| `x_1` | **b** | [c](https://c.example) |\n'.repeat(1000)}`],
    ['code of ten thousand lines', `\`\`\`c\n${'a[i][j] = *p++ * b_c_d[_x] < y ? `t` : ~z;\n'.repeat(10_000)}\`\`\`\nDone.`],
    ['a list with ten levels', Array.from({ length: 10 }, (_, at) => `${'  '.repeat(at)}- level ${at}`).join('\n')],
    ['a mail quoted six times', `${'>'.repeat(6)} hello`],
    ['an open fence', `~~~\n${'*a_ '.repeat(9000)}`],
  ])('%s', (_name, text) => {
    expect(isTooIntricate(text)).toBe(false)
  })
  test('a fence that is closed ends there: what stands behind it counts again', () => {
    expect(isTooIntricate(`\`\`\`\nx\n\`\`\`\n${'*a_ '.repeat(5000)}`)).toBe(true)
  })
})
