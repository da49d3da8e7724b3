/** What is being asked for at the place one writes: a command, at the very beginning, or a step to quote. `from` is where its sign stands. */
export type Suggest = { readonly kind: 'command' | 'quote'; readonly search: string; readonly from: number }

/** Reads `/words` at the beginning of a text, and `@word` right before the caret. */
export function suggestAt(text: string, caret: number): Suggest | null {
  const before = text.slice(0, caret)
  if (/^\/[^\n/]{0,60}$/.test(before) && caret === text.length) return { kind: 'command', search: before.slice(1), from: 0 }
  const [, search] = /(?:^|\s)@([^\s@]{0,40})$/.exec(before) ?? []
  return search === undefined ? null : { kind: 'quote', search, from: caret - search.length - 1 }
}
