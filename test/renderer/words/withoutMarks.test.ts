import { expect, test } from 'vitest'
import { plainText } from '../../../renderer/words/contents.ts'
import { withoutMarks } from '../../../renderer/words/withoutMarks.ts'

test.each([
  ['From **mid-March** on, and **cut of', 'From mid-March on, and cut of'],
  ['## Heading\n> said `so` once', 'Heading\nsaid so once'],
  ['- one\n* two\n+ three', 'one\ntwo\nthree'],
  ['see [the rules](https://a.example/b) and ![a map](map.png)', 'see the rules and a map'],
  ['it is *really* so, (*truly*), and __very__ much', 'it is really so, (truly), and very much'],
  ['2 * 3 * 4, 5*6*7, snake_case__name, a - b, #tag, list[0](1 2)', '2 * 3 * 4, 5*6*7, snake_case__name, a - b, #tag, list[0](1 2)'],
])('%j is read as %j', (text, plain) => expect(withoutMarks(text)).toBe(plain))

test('a preview is one line of it', () => expect(plainText('# May\n\n- **1 May** at *noon*', 12)).toBe('May 1 May at'))
