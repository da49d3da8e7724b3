import type { TranscriptMessage } from '../../core/model/context.ts'
import { textOf } from '../words/contents.ts'
import { readVerdict } from './verdict.ts'
import type { Verdict } from './verdict.ts'

/** The newest verdict about two branches among the steps of one; null: none was given. */
export function verdictIn(items: readonly TranscriptMessage[], a: string, b: string): (Verdict & { readonly text: string }) | null {
  for (const { content } of items.toReversed()) {
    if (content.type !== 'output') continue
    const verdict = readVerdict(textOf(content), a, b)
    if (verdict !== null) return { ...verdict, text: textOf(content) }
  }
  return null
}
