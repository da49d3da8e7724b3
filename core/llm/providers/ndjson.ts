/** The lines of a body as JSON values, as they come. Throws a `SyntaxError` at one that is none. */
export async function* jsonLines(body: ReadableStream<Uint8Array> | null): AsyncGenerator<unknown, void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body ?? []) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line)
  }
  rest += decoder.decode()
  if (rest.trim() !== '') yield JSON.parse(rest)
}
