import { describe, expect, it } from 'vitest'
import { highlight } from '../../../renderer/chat/highlight.ts'

const whole = (code: string, language: string) => highlight(code, language)?.map(({ text }) => text).join('')

describe('code in colours', () => {
  it('says what each piece is', () => {
    expect(highlight('const n = 1 // one', 'ts')).toEqual([
      { text: 'const', kind: 'keyword' },
      { text: ' n = ', kind: null },
      { text: '1', kind: 'number' },
      { text: ' ', kind: null },
      { text: '// one', kind: 'comment' },
    ])
  })

  it.each([
    ['ts', 'class A<T> extends B { #x = `a ${1 + 2} b`; async *f(): Promise<void> {} }'],
    ['python', 'def f(x: int) -> str:\n    """doc"""\n    return f"{x!r}"'],
    ['json', '{"a": [1, null, "b\\n"]}'],
    ['html', '<p class="x">&amp; <script>alert(1)</script></p>'],
    ['diff', '+ added\n- removed\n  same'],
    ['bash', 'for f in *.ts; do echo "$f" | grep -c x; done'],
    ['sql', "select * from t where a = 'x' -- y"],
  ])('%s: the pieces together are the code', (language, code) => {
    expect(whole(code, language)).toBe(code)
  })

  it.each([['', 'x = 1'], ['no-such-language', 'x = 1'], ['ts', 'x'.repeat(50_001)]])('language "%s": leaves what it does not know, or is too long, in one colour', (language, code) => {
    expect(highlight(code, language)).toBeNull()
  })
})
