import { describe, expect, test } from 'vitest'
import { languageOf, maxFileBytes, readTextFile } from '../../../renderer/chat/readTextFile.ts'

const read = (name: string, content: BlobPart) => readTextFile(new File([content], name))

describe('a file to attach', () => {
  test('is taken as it stands when it is UTF-8, with its language by its ending', async () => {
    expect(await read('notes.md', '# Übung\r\n東京')).toEqual({ kind: 'text', file: { name: 'notes.md', content: '# Übung\r\n東京', language: 'markdown' } })
    expect(await read('plan.txt', 'plain')).toEqual({ kind: 'text', file: { name: 'plan.txt', content: 'plain' } })
  })

  test.each([
    ['a picture', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]), 'it is no UTF-8 text'],
    ['text with a zero in it', 'a.bin', 'a\0b', 'it is no UTF-8 text'],
    ['another encoding', 'latin.txt', new Uint8Array([0x61, 0xfc, 0x62]), 'it is no UTF-8 text'],
    ['nothing', 'none.txt', '', 'it is empty'],
    ['blanks', 'blank.txt', ' \n\t', 'it is blank'],
    ['one byte over 1 MB', 'big.txt', 'x'.repeat(maxFileBytes + 1), 'it has 1.0 MB, at most 1 MB is taken'],
  ])('%s is refused with the reason', async (_, name, content, why) => {
    expect(await read(name, content)).toEqual({ kind: 'refused', why: expect.stringContaining(`“${name}” was not attached: ${why}`) as string })
  })

  test('of exactly 1 MB is taken', async () => {
    expect(await read('big.txt', 'x'.repeat(maxFileBytes))).toMatchObject({ kind: 'text' })
  })

  test('has a language only where its ending names one', () => {
    expect(['a.py', 'B.TS', 'Makefile', 'a.log', 'x.c++', 'strange.ünd', '.env'].map(languageOf)).toEqual(['python', 'ts', null, null, 'c++', null, 'env'])
  })
})
