import type { CompiledMessage } from '../core/model/context.ts'
import { previewOf } from '../core/model/text.ts'
import type { XrayLine } from './contract/history.ts'

/** A message of a context without its text. */
export const lineOf = ({ messageId, role, contentType, tokens, priority, edited, why, content }: CompiledMessage): XrayLine => ({
  messageId,
  role,
  contentType,
  tokens,
  priority,
  edited,
  why,
  preview: previewOf(content, 120),
})
