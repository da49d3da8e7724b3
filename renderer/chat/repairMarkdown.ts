/**
 * Closes what the last words of a growing text left open (bold, code), so that its signs don't flicker until the closing ones arrive. Fences
 * need nothing: an open one is code to its end.
 */
export function repairMarkdown(block: string): string {
  if (/^ {0,3}(`{3,}|~{3,})/.test(block)) return block
  const text = block.replace(/(^|[^*])\*{1,2}$/, '$1').replace(/\[[^\]]*\]\([^)]*$/, (link) => link.slice(1, link.indexOf(']')))
  const outsideCode = text.replace(/`[^`]*`/g, '')
  if (outsideCode.includes('`')) return `${text}\``
  return (outsideCode.match(/\*\*/g)?.length ?? 0) % 2 === 1 ? `${text.trimEnd()}**` : text
}
