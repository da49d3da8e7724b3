import { expect, test } from 'vitest'
import { sizeWords } from '../../../renderer/words/sizes.ts'

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [999.6, '1 kB'],
  [1000, '1 kB'],
  [4_249, '4.2 kB'],
  [99_960, '100 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [1_340_000, '1.3 MB'],
  [26_900_000_000, '26.9 GB'],
  [5e15, '5000 TB'],
  [-4_200, '-4.2 kB'],
])('%d bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
