/** The beginning of a text: so many lines, and no more letters than those would hold. */
export function excerpt(text: string, lines = 12, letters = 900): { readonly text: string; readonly isCut: boolean } {
  const short = text.slice(0, letters).split('\n').slice(0, lines).join('\n')
  return { text: short, isCut: short.length < text.trimEnd().length }
}
