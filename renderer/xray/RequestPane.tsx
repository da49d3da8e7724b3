import { useQuery } from '@tanstack/react-query'
import { Copy, Download, TriangleAlert, Wrench } from 'lucide-react'
import type { LLMTask } from '../../core/model/config.ts'
import type { Repair } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { RequestForm, RequestView } from '../../main/contract/history.ts'
import { copyText } from '../chat/copyText.ts'
import { settingNames } from '../chat/configWords.ts'
import { CommandIconButton } from '../commands/CommandButtons.tsx'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { receiptQuery, requestQuery, transcriptQuery } from '../queries/history.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { taskNames } from '../settings/resolutionWords.ts'
import { useOnce } from '../state/once.ts'
import { focusMessage } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'
import { useXray } from '../state/xray.ts'
import { counted } from '../words/numbers.ts'
import { clockWithSeconds } from '../words/times.ts'
import { JsonView } from './JsonView.tsx'
import { formNames } from './xrayLook.ts'

/** The request itself, as JSON: what would be sent now, or how it would look for another provider. */
export function RequestPane({ place, form, isHead }: { readonly place: ContextPlace; readonly form: RequestForm; readonly isHead: boolean }) {
  const { tract, branch, moment } = place
  const once = useOnce(tract, branch)
  const task = useXray((xray) => xray.task)
  const { data: request, error } = useQuery(requestQuery(tract, branch, once, form, moment, task))
  if (error) return <p className="px-3.5 py-3 text-sm text-danger">{faultOf(error).message}</p>
  if (request === undefined) return <SkeletonRows count={8} label="The request is being made" />
  return (
    <>
      <About request={request} task={task} isHead={isHead} />
      {isHead && task === 'chat' && <LastSent place={place} />}
      <JsonView key={form} value={request.body} label={`The request as ${formNames[form]} gets it`} />
    </>
  )
}

function About({ request, task, isHead }: { readonly request: RequestView; readonly task: LLMTask; readonly isHead: boolean }) {
  const { url, isSent, notSent, repairs } = request
  return (
    <div className="grid gap-1.5 border-b border-subtle px-3.5 py-2.5 text-xs text-muted">
      <div className="flex items-center gap-2">
        <span className="min-w-0 grow">{aboutWords(request, task, isHead)}</span>
        <Button size="sm" icon={Copy} onClick={() => void copy(request)}>
          Copy
        </Button>
        {request.isSent && <CommandIconButton id="xray.sendRaw" box={24} />}
        <IconButton label="Save as a file" icon={Download} box={24} onClick={() => save(request)} />
      </div>
      {isSent && url !== null && <code className="truncate">{url}</code>}
      {notSent.length > 0 && (
        <p className="flex items-center gap-1.5 text-warning">
          <TriangleAlert size={12} />
          not sent, there is no place for it: {notSent.map((field) => settingNames[field]).join(', ')}
        </p>
      )}
      {repairs.length > 0 && <Repairs repairs={repairs} />}
    </div>
  )
}

function aboutWords({ form, isSent, client }: RequestView, task: LLMTask, isHead: boolean): string {
  if (isSent) return `Exactly what ${client} would get now; what you are writing comes at its end.`
  if (task !== 'chat') return `This context with the settings of ${taskNames[task].toLowerCase()}, as ${formNames[form]} gets it. What it asks for comes on top.`
  return isHead ? `How ${formNames[form]} would get it. Your messages go to ${client}.` : `How ${formNames[form]} would get it with the settings of now.`
}

/** The request behind the newest answer: when it went, and its hash. */
function LastSent({ place: { tract, branch } }: { readonly place: ContextPlace }) {
  const { data: transcript } = useQuery(transcriptQuery(tract, branch))
  const answer = transcript?.items.findLast(({ call }) => call !== null)
  const { data: receipt } = useQuery({ ...receiptQuery(tract, branch, answer?.messageId ?? ('' as MessageId)), enabled: answer !== undefined })
  if (answer?.call == null) return null
  return (
    <p className="flex gap-1.5 border-b border-subtle px-3.5 py-1.5 text-xs text-muted">
      <span>last sent {clockWithSeconds(answer.createdAt - answer.call.durationMs)}</span>
      {receipt && (
        <span title={receipt.payloadHash}>
          · hash <span className="num-plain">{receipt.payloadHash.slice(0, 4)}</span>
        </span>
      )}
    </p>
  )
}

/** What was mended for the messages to be valid; a click shows which one. */
const Repairs = ({ repairs }: { readonly repairs: readonly Repair[] }) => (
  <details>
    <summary className="flex items-center gap-1.5 rounded-sm press hover:bg-hover">
      <Wrench size={12} />
      {counted(repairs.length, 'repair')}, so that it is valid
    </summary>
    <ul className="mt-1 grid max-h-32 gap-1 overflow-y-auto pl-[18px]">
      {repairs.map(({ messageId, text }, at) => (
        <li key={at}>{messageId === null ? text : <Mended message={messageId} text={text} />}</li>
      ))}
    </ul>
  </details>
)

const Mended = ({ message, text }: { readonly message: MessageId; readonly text: string }) => (
  <button type="button" className="rounded-sm text-left press hover:bg-hover" onClick={() => focusMessage(message, 'xray')}>
    {text}
  </button>
)

function save({ body, form }: RequestView): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }))
  link.download = `request-${form}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

async function copy({ body }: RequestView): Promise<void> {
  const isCopied = await copyText(JSON.stringify(body, null, 2))
  showToast(isCopied ? { tone: 'done', text: 'Copied the request' } : { tone: 'fault', text: 'The browser didn’t let it be copied.' })
}
