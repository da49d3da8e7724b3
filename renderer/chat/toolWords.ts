import type { Content } from '../../core/model/content.ts'
import type { Json } from '../../core/model/json.ts'

type Tool = Content<'tool_call' | 'tool_result'>

/** What a tool was given, or gave, in a few words: `topic “returns”, region “EU”`. */
export function argumentWords(content: Tool): string {
  const value = content.type === 'tool_call' ? content.input : content.output
  if (isObject(value)) return Object.entries(value).slice(0, 6).map(([name, one]) => `${name} ${inWords(one)}`).join(', ')
  return short(typeof value === 'string' ? value : JSON.stringify(value))
}

/** The whole of it, to read and to copy. */
export function toolText(content: Tool): string {
  const value = content.type === 'tool_call' ? content.input : content.output
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

const inWords = (value: Json): string => (typeof value === 'string' ? `“${short(value)}”` : short(JSON.stringify(value)))
const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 120).replace(/\s+/g, ' ')}…` : text.replace(/\s+/g, ' '))
const isObject = (value: Json): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value)
