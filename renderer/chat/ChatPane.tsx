import { History } from 'lucide-react'
import { useState } from 'react'
import { Pane, PaneHead } from '../components/Pane.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { Select } from '../components/Select.tsx'
import { PendingMergeStrip } from '../joins/PendingMergeStrip.tsx'
import { PaneMenu } from '../layout/PaneMenu.tsx'
import { useCurrent } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { chooseLens, useLens } from '../state/lens.ts'
import type { ChatLens } from '../state/lens.ts'
import { useSmall } from '../state/useSmall.ts'
import { useWords } from '../words/words.ts'
import { ChatBody } from './ChatBody.tsx'
import { ChatSkeleton } from './ChatSkeleton.tsx'
import { Composer } from './Composer.tsx'
import { LookingStrip } from './LookingStrip.tsx'
import { QueuedMessages } from './QueuedMessages.tsx'

const chatItems = ['chat.find', 'chat.lens', 'chat.writeSystemPrompt', 'chat.settings'] as const

/** The conversation on the current branch, and where the next message is written. */
export function ChatPane() {
  const current = useCurrent()
  const isPast = useAsOfFor(current?.tract ?? null) !== null // then the whole window says so, and nothing can be written
  const words = useWords()
  const lens = useLens((state) => state.lens)
  const [sent, setSent] = useState(0)
  const [isChoosing, setChoosing] = useState(false)
  const isEmpty = current?.overview.status.commitCount === 0
  return (
    <Pane name="chat" label="Chat">
      <PaneHead title="Chat" lens={History} sub={`${lens === 'happened' ? words.whatHappened : words.modelSees}${current === null ? '' : current.at === null ? `, on ${current.branch}` : `, up to ${current.at.slice(0, 4)}`}`}>
        {!isEmpty && <LensSwitch lens={lens} onChange={chooseLens} />}
        <PaneMenu pane="chat" own={chatItems} />
      </PaneHead>
      {current !== null && !isPast && <LookingStrip current={current} />}
      {current !== null && !isPast && <PendingMergeStrip current={current} />}
      {current === null ? (
        <ChatSkeleton />
      ) : (
        <ChatBody key={`${current.tract}/${current.branch}`} current={current} lens={lens} sent={sent} onChooseModel={() => setChoosing(true)} />
      )}
      {current !== null && !isPast && <QueuedMessages place={current} />}
      {current !== null && !isPast && <Composer current={current} isChoosingModel={isChoosing} onChoosingModel={setChoosing} onSent={() => setSent((count) => count + 1)} />}
      {current !== null && current.at !== null && !isPast && <i aria-hidden="true" className="pointer-events-none absolute inset-0 z-(--z-sticky) inset-ring-2 inset-ring-warning-solid" />}
    </Pane>
  )
}

const lenses = [
  { value: 'happened', label: 'As it happened' },
  { value: 'seen', label: 'As the model sees' },
] as const

function LensSwitch({ lens, onChange }: { readonly lens: ChatLens; readonly onChange: (lens: ChatLens) => void }) {
  const isSmall = useSmall()
  if (isSmall) return <Select label="Show" value={lens} options={lenses} onChange={onChange} />
  return <Segmented small label="Show" value={lens} options={lenses} onChange={onChange} />
}
