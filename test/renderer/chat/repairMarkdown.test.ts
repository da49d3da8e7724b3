import { describe, expect, it } from 'vitest'
import { repairMarkdown } from '../../../renderer/chat/repairMarkdown.ts'

describe('the end of a text that still grows', () => {
  it.each([
    ['plain words stay', 'some words', 'some words'],
    ['whole marks stay', 'a **b** and `c`', 'a **b** and `c`'],
    ['bold that is open', 'gets a **gift', 'gets a **gift**'],
    ['bold that just opens', 'gets a **', 'gets a '],
    ['bold that just closes', 'gets a **gift*', 'gets a **gift**'],
    ['code that is open', 'call `find', 'call `find`'],
    ['stars in code', 'in `a ** b` too', 'in `a ** b` too'],
    ['a link that is open', 'see [the policy](https://exa', 'see the policy'],
    ['an open fence', '```ts\nconst a = `x', '```ts\nconst a = `x'],
    ['nothing', '', ''],
  ])('%s', (_, text, repaired) => {
    expect(repairMarkdown(text)).toBe(repaired)
  })
})
