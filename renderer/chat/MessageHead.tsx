import { EyeOff, Pin } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { Badge } from '../components/Badge.tsx'
import { Num } from '../components/Num.tsx'
import { StepIcon } from '../graph/StepIcon.tsx'
import { useWords } from '../words/words.ts'
import { whenWords } from './answerFacts.ts'

type LineProps = { readonly children: ReactNode }

/** The line above a message: who, with which settings, when; tokens at the right. */
export const HeadLine = ({ children }: LineProps) => <header className="flex h-5 min-w-0 items-center gap-[7px] text-xs whitespace-nowrap text-muted">{children}</header>
export const HeadName = ({ children }: LineProps) => <b className="truncate text-sm text-ink">{children}</b>

type Props = { readonly message: TranscriptMessage; readonly isEstimate: boolean; /** The corrections badge, with its panel. */ readonly versions: ReactNode }

export function MessageHead({ message, isEstimate, versions }: Props) {
  const words = useWords()
  const isUser = message.role === 'user' && message.content.type === 'dialogue'
  const time = <time title={new Date(message.createdAt).toLocaleString()}>{whenWords(message.createdAt)}</time>
  const temperature = message.generationConfig?.temperature
  return (
    <HeadLine>
      {!isUser && <StepIcon role={message.role} type={message.content.type} className="text-soft" />}
      <HeadName>{nameOf(message)}</HeadName>
      {temperature !== undefined && <span>T {temperature}</span>}
      {message.role === 'assistant' && time}
      {message.priority === 'pinned' && <Badge tone="pinned" icon={Pin} tip="Always in the context">{words.pinned}</Badge>}
      {!message.shown && <Badge tone="hidden" icon={EyeOff} tip="The model does not see this">hidden</Badge>}
      {message.versions > 1 && versions}
      <span className="grow" />
      {message.role !== 'assistant' && time}
      <Num value={message.tokens} prefix={isEstimate ? '~' : ''} className="text-[11px]" />
    </HeadLine>
  )
}

export function nameOf({ role, content, generationConfig }: TranscriptMessage): string {
  if (content.type === 'dialogue' && content.name) return content.name
  if (content.type === 'artifact' && content.ref) return content.ref
  const byType = typeNames[content.type]
  if (byType !== undefined) return byType
  if (role === 'user') return 'You'
  if (role === 'system') return 'System rule'
  return role === 'tool' ? 'Tool' : (generationConfig?.model ?? 'Assistant')
}

const typeNames: { readonly [type: string]: string | undefined } = { summary: 'Summary', artifact: 'Artifact', output: 'Output', session: 'Session', freeform: 'Data' }
