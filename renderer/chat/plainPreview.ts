import type { ContentType } from '../../core/model/content.ts'
import { withoutMarks } from '../words/withoutMarks.ts'

/** How many characters the core gives of a step at most. */
const most = 120

/** The first words of a step for one line: without signs of formatting, and of a tool call only the tool. Ends with … where more follows. */
export function plainPreview(preview: string, type: ContentType): string {
  if (type === 'tool_call') return preview.split('(', 1)[0] ?? ''
  const words = withoutMarks(preview)
  return preview.length < most || Array.from(preview).length < most ? words : `${words}…`
}
