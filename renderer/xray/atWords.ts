import { whenWords } from '../chat/answerFacts.ts'
import { assertNever } from '../state/assertNever.ts'
import type { XrayAt } from '../state/xray.ts'

/** Which context is shown, short: for the bar. */
export function atWords(at: XrayAt): string {
  switch (at.kind) {
    case 'head':
      return 'at HEAD'
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
