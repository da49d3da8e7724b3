import { useQuery } from '@tanstack/react-query'
import { ClipboardPaste } from 'lucide-react'
import { useState } from 'react'
import type { LLMTask } from '../../core/model/config.ts'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { Settings } from '../../main/contract/settings.ts'
import { whenWords } from '../chat/answerFacts.ts'
import { Button } from '../components/Button.tsx'
import { Select } from '../components/Select.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { transcriptQuery } from '../queries/history.ts'
import { resolutionQuery } from '../queries/settings.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useOnce } from '../state/once.ts'
import { textOf } from '../words/contents.ts'
import { cellEditing } from './cellEditing.ts'
import { taskIcons } from './OperationsTable.tsx'
import { PasteJsonDialog } from './PasteJsonDialog.tsx'
import { resolutionOfAnswer } from './resolutionOfAnswer.ts'
import { ResolutionTable } from './ResolutionTable.tsx'
import { taskNames } from './resolutionWords.ts'

const tasks = Object.keys(taskNames) as LLMTask[]
const next = ''

/** Which value wins: for the next call of a kind, or for an answer that was given. */
export function ResolutionSection({ current, settings }: { readonly current: Current; readonly settings: Settings }) {
  const { tract, branch } = current
  const [task, setTask] = useState<LLMTask>('chat')
  const [message, setMessage] = useState(next)
  const [isPasting, setPasting] = useState(false)
  const { data: transcript } = useQuery(transcriptQuery(tract, branch))
  const answers = (transcript?.items ?? []).filter(({ generationConfig }) => generationConfig !== null).slice(-20).toReversed()
  const past = task === 'chat' ? answers.find(({ messageId }) => messageId === message) : undefined
  return (
    <section aria-labelledby="which-value-wins" className="grid gap-5.5">
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="grid gap-0.5">
          <h2 id="which-value-wins" className="text-lg font-semibold tracking-[-.011em]">
            Which value wins
          </h2>
          <p className="text-sm text-soft">Per field, the first level that is set, from left to right. {past === undefined ? 'Click a cell to edit it at that level.' : 'What was overruled then is not recorded.'}</p>
        </div>
        <span className="grow" />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="text-sm text-muted">Inspect</span>
          <Select look="framed" label="Operation" icon={taskIcons[task]} value={task} shown={taskNames[task]} options={tasks.map((one) => ({ value: one, label: taskNames[one] }))} onChange={setTask} />
          {task === 'chat' && <Select look="framed" label="Call" value={past === undefined ? next : message} options={[{ value: next, label: 'the next message' }, ...answers.map(answerOption)]} onChange={setMessage} />}
          <Button icon={ClipboardPaste} onClick={() => setPasting(true)}>
            Paste JSON
          </Button>
        </div>
      </div>
      {past === undefined ? <NextCall current={current} task={task} /> : <ResolutionTable rows={resolutionOfAnswer(past)} task="chat" />}
      {isPasting && <PasteJsonDialog tract={tract} task={task} client={clientName(settings, task)} onClose={() => setPasting(false)} />}
    </section>
  )
}

function NextCall({ current: { tract, branch }, task }: { readonly current: Current; readonly task: LLMTask }) {
  const once = useOnce(tract, branch)
  const { data, error } = useQuery(resolutionQuery(tract, task, task === 'chat' ? once : {}))
  if (error !== null) return <FaultCard fault={faultOf(error)} />
  if (data === undefined) return <SkeletonRows count={7} label="The levels are on their way" />
  return <ResolutionTable rows={data.rows} task={task} edit={cellEditing({ tract, branch, task })} />
}

const answerOption = (answer: TranscriptMessage) => ({
  value: answer.messageId,
  label: textOf(answer.content).replaceAll(/\s+/g, ' ').slice(0, 36) || 'an answer without words',
  sub: `${answer.generationConfig?.model ?? ''}, ${whenWords(answer.createdAt)}`,
})

function clientName({ providers, chat, clients }: Settings, task: LLMTask): string {
  const id = (task === 'chat' ? undefined : clients[task]) ?? chat.provider
  return providers.find((provider) => provider.id === id)?.name ?? id
}
