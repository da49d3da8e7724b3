import './chat.css'
import { Bot, Clock } from 'lucide-react'
import { useMemo } from 'react'
import type { EpochMs } from '../../core/model/ids.ts'
import type { LiveReply } from '../../main/contract/chat.ts'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { LiveDot } from '../components/LiveDot.tsx'
import { Num } from '../components/Num.tsx'
import { countdown } from '../words/times.ts'
import { roughTokens } from './answerFacts.ts'
import { liveBlocks } from './liveBlocks.ts'
import { Markdown } from './Markdown.tsx'
import { HeadLine, HeadName } from './MessageHead.tsx'
import { repairMarkdown } from './repairMarkdown.ts'
import { ReasoningFold } from './ReasoningFold.tsx'
import { useLeft } from './useLeft.ts'
import { useThrottled } from './useThrottled.ts'

type Props = { readonly live: LiveReply }

/** The answer as it is written. Only its end changes; what stands is not formatted again. */
export function LiveCard({ live }: Props) {
  const { temperature = null } = live
  const text = useThrottled(live.text, 80)
  const blocks = useMemo(() => liveBlocks(text), [text])
  const tokens = roughTokens(text)
  return (
    <article aria-label="Answer being written" aria-busy="true" className="text-read">
      <HeadLine>
        <Bot size={14} className="text-soft" />
        <HeadName>{live.model}</HeadName>
        {temperature !== null && <span>T {temperature}</span>}
        <span className="inline-flex items-center gap-1.5 font-medium text-accent-text">
          <LiveDot />
          {live.waiting ? 'waiting' : text === '' && live.reasoning === '' ? 'reading' : text === '' ? 'thinking' : 'answering'}
        </span>
        <span className="grow" />
        <Speed live={live} tokens={tokens} />
        {tokens > 0 && <Num value={tokens} prefix="~" className="text-num" />}
      </HeadLine>
      <div className="mt-[5px] grid grid-cols-1 gap-2">
        {live.waiting && <Waiting waiting={live.waiting} />}
        {live.reasoning !== '' && <ReasoningFold text={live.reasoning} isLive={text === ''} />}
        {blocks.slice(0, -1).map((block, at) => (
          <Markdown key={at} text={block} />
        ))}
        {!live.waiting && (
          <div className="live-caret">
            <Markdown text={repairMarkdown(blocks.at(-1) ?? '')} />
          </div>
        )}
      </div>
    </article>
  )
}

function Speed({ live, tokens }: { readonly live: LiveReply; readonly tokens: number }) {
  const speed = speedSince(live.firstTokenAt, tokens)
  if (speed === null) return null
  return (
    <span>
      <Num value={speed} className="text-num" /> tok/s
    </span>
  )
}

/** Tokens a second so far; null while it is too early to tell. */
function speedSince(at: EpochMs | null, tokens: number): number | null {
  const seconds = at === null ? 0 : (Date.now() - at) / 1000
  return seconds < 0.5 || tokens === 0 ? null : tokens / seconds
}

/** As many as the rules of a call allow: the first, and two after passing faults. */
export const maxAttempts = 3

function Waiting({ waiting: { attempt, retryAt, fault } }: { readonly waiting: NonNullable<LiveReply['waiting']> }) {
  const left = useLeft(retryAt)
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-2.5 gap-y-1 rounded-md bg-warning-soft py-1.5 pr-2 pl-3 text-sm inset-ring inset-ring-warning-line">
      <Clock size={14} className="text-warning" />
      <span className="min-w-48 flex-1">
        {fault.message}{' '}
        <span className="text-soft">
          {left > 0 ? 'Next is attempt' : 'Now attempt'} {attempt} of {maxAttempts}.
        </span>
      </span>
      <span aria-hidden="true" className="num text-warning">{countdown(left)}</span>
      <CommandButton id="chat.stop" size="sm" tip="Ends the attempts; your message is kept">
        Cancel
      </CommandButton>
    </div>
  )
}
