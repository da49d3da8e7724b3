import type { Content } from '../../core/model/content.ts'
import type { Json } from '../../core/model/json.ts'
import { withoutMarks } from './withoutMarks.ts'

/** A message's content as plain text, for copying, correcting and one-line previews. */
export function textOf(content: Content): string {
  switch (content.type) {
    case 'instruction':
    case 'dialogue':
    case 'reasoning':
    case 'output':
    case 'summary':
      return content.text
    case 'tool_call':
      return `${content.tool}(${jsonText(content.input)})`
    case 'tool_result':
      return jsonText(content.output)
    case 'artifact':
      return content.content
    case 'session':
      return [content.summary, ...lines('Decisions', content.decisions), ...lines('Failed approaches', content.failedApproaches), ...lines('Next steps', content.nextSteps)].join('\n')
    case 'freeform':
      return jsonText(content.payload)
    default:
      return ownType(content)
  }
}

const lines = (heading: string, items: readonly string[]): readonly string[] => (items.length === 0 ? [] : ['', `${heading}:`, ...items.map((item) => `- ${item}`)])

/** A content type of the workspace's own: the page has no renderer for it, so its fields are told. */
function ownType(content: object): string {
  const { type: _type, ...fields } = content as { readonly type: string; readonly [field: string]: Json }
  return jsonText(fields)
}

const jsonText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** The beginning of a text in one line, without signs of formatting. */
export const plainText = (text: string, most = 160): string => withoutMarks(text.slice(0, most * 3)).replace(/\s+/g, ' ').trim().slice(0, most)
