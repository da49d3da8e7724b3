/** Which of two branches answered better, as it is kept among the steps: for people, never for the model. */
export type Verdict = { readonly better: 'a' | 'b' | 'tie'; readonly note: string }

/** The words of a verdict; `readVerdict` understands them. */
export function verdictText(a: string, b: string, { better, note }: Verdict): string {
  const outcome = better === 'tie' ? `${a} and ${b} are equally good` : better === 'a' ? `${a} is better than ${b}` : `${b} is better than ${a}`
  return `Verdict: ${outcome}.${note.trim() === '' ? '' : `\n${note.trim()}`}`
}

/** The verdict that a text holds about two branches; null: it is none, or about others. */
export function readVerdict(text: string, a: string, b: string): Verdict | null {
  const [first = '', ...rest] = text.split('\n')
  const note = rest.join('\n')
  const found = (['a', 'b', 'tie'] as const).find((better) => first === verdictText(a, b, { better, note: '' }))
  if (found !== undefined) return { better: found, note }
  return first === verdictText(b, a, { better: 'tie', note: '' }) ? { better: 'tie', note } : null
}

/** Whether a text, or its first words in one line, is a verdict about any branches: it is no part of what is compared, and no step of its own. */
export const isVerdict = (text: string): boolean => /^Verdict: .+ (is better than .+|are equally good)\.(\s|$)/.test(text)
