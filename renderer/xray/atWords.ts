import { whenWords } from '../chat/answerFacts.ts'
import { assertNever } from '../state/assertNever.ts'
import type { XrayAt } from '../state/xray.ts'

/** What the window shows in place of the newest: how it all was at a moment, or an old step. */
type Shown = { readonly isPast: boolean; readonly step: string | null }

/** Which context is shown, short: for the bar. */
export function atWords(at: XrayAt, { isPast, step }: Shown = { isPast: false, step: null }): string {
  switch (at.kind) {
    case 'head':
      if (isPast) return 'as it was then'
      return step === null ? 'at HEAD' : `at ${step.slice(0, 4)}`
    case 'step':
      return 'at a step'
    case 'sent':
      return 'as it was sent'
    case 'time':
      return `at ${whenWords(at.time)}`
    case 'branch':
      return `on ${at.branch}`
    case 'bookmark':
      return `at ${at.name}`
    default:
      return assertNever(at)
  }
}
