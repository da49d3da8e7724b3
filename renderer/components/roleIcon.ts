import { Bot, Lightbulb, ScrollText, SquareTerminal, UserRound, Wrench } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { ContentType, Role } from '../../core/model/content.ts'

const byRole: { readonly [R in Role]: LucideIcon } = { system: ScrollText, user: UserRound, assistant: Bot, tool: SquareTerminal }
const byType: { readonly [T in ContentType]?: LucideIcon } = { tool_call: Wrench, reasoning: Lightbulb }

/** One icon a kind of step; what it is counts before whose voice it is. */
export const roleIcon = (role: Role, type: ContentType): LucideIcon => byType[type] ?? byRole[role]
