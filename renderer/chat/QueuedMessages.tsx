import { useQuery } from '@tanstack/react-query'
import { Clock } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import { sendQueued, takeBack } from '../commands/queueCommands.ts'
import { cx } from '../components/cx.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { chatStateQuery } from '../queries/chat.ts'
import { canReach } from '../queries/sendQueued.ts'
import { settingsQuery } from '../queries/settings.ts'
import { useNetwork } from '../state/network.ts'
import { isAt, removeQueued, useQueue } from '../state/queue.ts'
import type { Queued } from '../state/queue.ts'
import { queueTurn } from '../state/queueTurn.ts'
import { counted } from '../words/numbers.ts'
import type { Place } from './place.ts'

/** What is written and not sent yet, above the composer: what it waits for, and the ways to change it. Takes no room while nothing waits. */
export function QueuedMessages({ place }: { readonly place: Place }) {
  const items = useQueue(useShallow((queue) => queue.items.filter(isAt(place.tract, place.branch))))
  const why = useWhy(place, items[0])
  if (items.length === 0) return null
  return (
    <section aria-label="Messages that wait to be sent" className="mx-auto w-full max-w-[calc(var(--chat-measure)+48px)] shrink-0 px-6 pb-2">
      <ol className="rounded-md text-sm inset-ring inset-ring-subtle">
        {items.map((item, at) => (
          <li key={item.id} className="flex min-h-7.5 min-w-0 items-center gap-2.5 px-3 py-1">
            <Clock size={14} className={cx('shrink-0', at === 0 ? 'text-soft' : 'invisible')} />
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2.5">
              {at === 0 && (
                <span role="status" className="text-soft">
                  {counted(items.length, 'message')} {items.length === 1 ? 'waits' : 'wait'} to be sent{why.words}
                </span>
              )}
              <span className="min-w-16 flex-1 truncate text-muted">{preview(item)}</span>
            </span>
            {at === 0 && why.asks && <LinkButton aria-label={`send now: ${preview(item)}`} onClick={() => sendQueued(item)}>send now</LinkButton>}
            <LinkButton aria-label={`edit: ${preview(item)}`} onClick={() => takeBack(item)}>edit</LinkButton>
            <LinkButton aria-label={`cancel: ${preview(item)}`} onClick={() => removeQueued(item.id)}>cancel</LinkButton>
          </li>
        ))}
      </ol>
    </section>
  )
}

type Why = { readonly words: string; readonly asks: boolean }

function useWhy({ tract }: Place, head: Queued | undefined): Why {
  const { data: chat } = useQuery(chatStateQuery(tract))
  const { data: settings } = useQuery(settingsQuery())
  useNetwork()
  if (head === undefined || head.state === 'sending' || chat === undefined || settings === undefined) return { words: '', asks: false }
  switch (queueTurn(head, { chat, canReach: canReach(settings, head.said) })) {
    case 'answer':
      return { words: ' after the answer', asks: false }
    case 'ask':
      return { words: `: ${head.problem ?? 'the message before has no answer.'}`, asks: true }
    case 'network':
    case 'send':
      return { words: '', asks: false }
  }
}

const preview = ({ said }: Queued): string => [said.text.replace(/\s+/g, ' ').slice(0, 200), said.attachments.length === 0 ? '' : `(${counted(said.attachments.length, 'file')})`].join(' ').trim()
