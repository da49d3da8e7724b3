import type { ContentType } from '../../core/model/content.ts'

/** The first words of a step for one line: without signs of formatting, and of a tool call only the tool. */
export function plainPreview(preview: string, type: ContentType): string {
  if (type === 'tool_call') return preview.split('(', 1)[0] ?? ''
  return preview.replace(/\*\*|__|`|^#+\s+|^>\s*/g, '').replace(/\s#{2,6}\s/g, ' ')
}
