import { Eraser } from 'lucide-react'
import type { EpochMs } from '../../core/model/ids.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { whenWords } from './answerFacts.ts'

/** When the text of a message went for good; null while it is there. */
export const goneAt = ({ why }: Pick<TranscriptMessage, 'why'>): EpochMs | null => (why.kind === 'erased' ? why.at : null)

/** Stands where a text stood that went for good. */
export const ErasedText = ({ at }: { readonly at: EpochMs }) => (
  <span className="inline-flex items-center gap-1.5 text-sm text-muted">
    <Eraser size={14} className="shrink-0" /> Its text went for good {whenWords(at)}; only its hash is left
  </span>
)
