import { Bot, Contrast, RefreshCw } from 'lucide-react'
import type { PartialAnswer, PartialCause } from '../../core/model/reply.ts'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { Num } from '../components/Num.tsx'
import { roughTokens } from './answerFacts.ts'
import { Markdown } from './Markdown.tsx'
import { HeadLine, HeadName } from './MessageHead.tsx'

type Props = {
  readonly partial: PartialAnswer
  readonly onContinue: () => void
  readonly onRetry: () => void
  readonly onKeep: () => void
  readonly onDiscard: () => void
}

/** An answer that stopped halfway. It is no step yet: a person decides what becomes of it. */
export function PartialCard({ partial, onContinue, onRetry, onKeep, onDiscard }: Props) {
  return (
    <div className="grid grid-cols-1 gap-3">
      <article aria-label="Unfinished answer" className="partial-edge pl-[13px] text-read">
        <HeadLine>
          <Bot size={14} className="text-soft" />
          <HeadName>{partial.model ?? 'Assistant'}</HeadName>
          <Badge tone="warning" icon={Contrast} tip={causes[partial.cause]}>partial</Badge>
          <span className="truncate">{causes[partial.cause]}</span>
          <span className="grow" />
          <Num value={roughTokens(partial.text)} prefix="~" className="text-num" />
        </HeadLine>
        <div className="mt-[5px]">
          <Markdown text={partial.text} />
        </div>
      </article>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" onClick={onContinue} tip="The model goes on where it stopped">Continue</Button>
        <Button icon={RefreshCw} onClick={onRetry} tip="Asks again from the start; this text is dropped">Retry</Button>
        <Button onClick={onKeep} tip="Becomes a step as it stands">Keep as is</Button>
        <span className="grow" />
        <Button variant="ghost" onClick={onDiscard} tip="Undo brings it back">Discard</Button>
      </div>
    </div>
  )
}

const causes: { readonly [Cause in PartialCause]: string } = {
  aborted: 'stopped by you',
  cut: 'the connection was cut',
  stalled: 'nothing more came',
  crash: 'the app ended meanwhile',
}
