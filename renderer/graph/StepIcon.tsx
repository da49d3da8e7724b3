import { Bot, Braces, FileCode, FileOutput, Flag, Lightbulb, ScrollText, Sigma, SquareTerminal, UserRound, Wrench } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { createElement } from 'react'
import type { ContentType, Role } from '../../core/model/content.ts'

const byRole: { readonly [R in Role]: LucideIcon } = { system: ScrollText, user: UserRound, assistant: Bot, tool: SquareTerminal }
const byType: { readonly [T in ContentType]?: LucideIcon } = {
  tool_call: Wrench, reasoning: Lightbulb, summary: Sigma, artifact: FileCode, output: FileOutput, session: Flag, freeform: Braces,
}

type Props = { readonly role: Role; readonly type: ContentType; readonly className?: string; /** In px. */ readonly size?: number }

/** One icon a kind of step; what it is counts before whose voice it is. */
export const StepIcon = ({ role, type, className, size = 14 }: Props) => createElement(byType[type] ?? byRole[role], { size, className })

/** The same in a word. */
export function stepWord(role: Role, type: ContentType): string {
  if (type === 'tool_call') return 'call'
  return type === 'dialogue' || type === 'instruction' || type === 'tool_result' ? role : type
}
