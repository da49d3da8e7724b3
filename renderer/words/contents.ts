import type { Content } from '../../core/model/content.ts'
import type { Json } from '../../core/model/json.ts'
import { assertNever } from '../state/assertNever.ts'

/** A message's content as plain text, for copying, correcting and one-line previews. */
export function textOf(content: Content): string {
  switch (content.type) {
    case 'instruction':
    case 'dialogue':
    case 'reasoning':
      return content.text
    case 'tool_call':
      return `${content.tool}(${jsonText(content.input)})`
    case 'tool_result':
      return jsonText(content.output)
    default:
      return assertNever(content)
  }
}

const jsonText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))
