import { describe, expect, test } from 'vitest'
import { jsonLines } from '../../../../core/llm/providers/ndjson.ts'

const values = [{ text: 'Grüße 😀' }, 1, null, ['東京']]
const text = values.map((value) => JSON.stringify(value)).join('\n')

/** The bytes of a text in chunks of a size. */
function bodyOf(whole: string, size: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(whole)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) => bytes.subarray(at * size, (at + 1) * size))
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

async function all(lines: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const found: unknown[] = []
  for await (const line of lines) found.push(line)
  return found
}

describe('lines of JSON', () => {
  test.each([1, 2, 3, 7, 1000])('come whole when their bytes are split every %d', async (size) => {
    expect(await all(jsonLines(bodyOf(text, size)))).toEqual(values)
  })

  test.each(['', '\n', ' \r\n\n'])('may end with %j', async (end) => {
    expect(await all(jsonLines(bodyOf(text + end, 5)))).toEqual(values)
  })

  test('come one by one, before the body has ended', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const lines = jsonLines(readable)
    void writer.write(new TextEncoder().encode('{"a":1}\n{"b"'))
    expect(await lines.next()).toEqual({ done: false, value: { a: 1 } })
    void writer.write(new TextEncoder().encode(':2}'))
    void writer.close()
    expect([await lines.next(), await lines.next()]).toEqual([{ done: false, value: { b: 2 } }, { done: true, value: undefined }])
  })

  test('one that is none is told', async () => {
    await expect(all(jsonLines(bodyOf('{"a":1}\n{"b"\n', 4)))).rejects.toThrow(SyntaxError)
  })

  test('no body has none', async () => {
    expect(await all(jsonLines(null))).toEqual([])
  })
})
