/**
 * Cuts a text that is still growing where a paragraph ends, so that only its last block has to be formatted again. Never inside a fence, nor
 * before an indented line, which goes on with what stands above.
 */
export function liveBlocks(text: string): string[] {
  const blocks: string[] = []
  let [block, fence] = ['', '']
  for (const line of text.split(/(?<=\n)/)) {
    const starts = fence === '' && /\n[ \t]*\n$/.test(block) && /^\S/.test(line)
    if (starts) {
      blocks.push(block)
      block = ''
    }
    block += line
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? ''
    if (fence === '') fence = mark
    else if (mark.startsWith(fence)) fence = ''
  }
  return block === '' ? blocks : [...blocks, block]
}
