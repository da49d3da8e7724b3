import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LLMTask } from '../../core/model/config.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { ReadConfig } from '../../main/contract/settings.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { FormDialog } from '../components/FormDialog.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { attempt } from '../faults/attempt.ts'
import { faultOf } from '../faults/faultOf.ts'
import { configure, readConfigQuery } from '../queries/settings.ts'
import type { EditableLevel } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { counted } from '../words/numbers.ts'
import { levelName } from './resolutionWords.ts'

type Props = { readonly tract: TractId; readonly task: LLMTask; readonly client: string; readonly onClose: () => void }

/** Takes over settings from a program or a request, and says of every key what becomes of it. */
export function PasteJsonDialog({ tract, task, client, onClose }: Props) {
  const [json, setJson] = useState('')
  const [level, setLevel] = useState<EditableLevel>('operation')
  const { data, error } = useQuery(readConfigQuery(json))
  const fault = json.trim() === '' || error === null ? null : faultOf(error)
  const read = json.trim() === '' || fault !== null ? undefined : data
  const count = read === undefined ? 0 : countOf(read)
  const apply = async (): Promise<void> => {
    if (read === undefined) return
    const { extra = {}, ...config } = read.config
    const saved = await attempt(() => configure(tract, task, level, { ...extra, ...config }))
    if (saved === undefined) return
    onClose()
    const words = `Set ${counted(count, 'setting')} at ${levelName(level, task)}`
    if (level === 'llmConfig') showToast({ tone: 'done', text: words })
    else await offerUndo(tract, words)
  }
  const levels = (task === 'chat' ? (['llmConfig', 'operation', 'default'] as const) : (['operation', 'default'] as const)).map((one) => ({ value: one, label: levelName(one, task) }))
  return (
    <FormDialog
      title="Paste JSON"
      width={620}
      verb={count === 0 ? 'Set them' : `Set ${counted(count, 'setting')}`}
      off={fault?.message ?? (count === 0 ? 'There is no setting in it' : null)}
      onSubmit={apply}
      onClose={onClose}
      className="grid gap-3.5 p-4.5"
    >
      <p className="text-sm text-soft">Settings or a whole request, as written for OpenAI, Anthropic or any other framework. Aliases are mapped; what says where and how to send is dropped, keys above all.</p>
      <textarea
        data-first
        rows={7}
        aria-label="JSON"
        aria-invalid={fault !== null || undefined}
        spellCheck={false}
        placeholder={'{ "model": "gpt-4o", "max_tokens": 1024, "stop": ["END"] }'}
        value={json}
        onChange={(event) => setJson(event.target.value)}
        className={`w-full resize-y rounded-md bg-input px-2.5 py-2 font-mono text-mono/(--lh-sm) press focus:field-focus ${fault === null ? 'field-ring' : 'field-bad'}`}
      />
      {fault !== null && (
        <p role="alert" className="text-xs text-danger">
          {fault.message}
        </p>
      )}
      {read !== undefined && <KeyList read={read} client={client} />}
      <div className="flex flex-wrap items-center gap-2.5">
        <span className="text-sm text-muted">Set them at</span>
        <Segmented label="Level" value={level} options={levels} onChange={setLevel} />
      </div>
    </FormDialog>
  )
}

const countOf = ({ config: { extra = {}, ...config } }: ReadConfig): number => Object.keys(config).length + Object.keys(extra).length

function KeyList({ read, client }: { readonly read: ReadConfig; readonly client: string }) {
  if (read.keys.length === 0) return <p className="text-xs text-muted">An empty object: nothing to set.</p>
  return (
    <ul aria-label="What becomes of each key" className="grid max-h-48 gap-1 overflow-y-auto rounded-md bg-sunken px-3 py-2 text-xs">
      {read.keys.map(({ key, became, name }) => (
        <li key={key} className="flex items-baseline gap-2">
          <span className={became === 'dropped' || became === 'overruled' ? 'font-mono text-muted line-through decoration-field' : 'font-mono'}>{key}</span>
          <span className="text-muted">{wordsFor(became, name, client)}</span>
        </li>
      ))}
    </ul>
  )
}

function wordsFor(became: ReadConfig['keys'][number]['became'], name: string | null, client: string): string {
  const words = {
    same: 'is taken',
    renamed: `is taken as ${name ?? ''}`,
    extra: `is kept as it stands, for ${client} to understand`,
    dropped: 'is dropped: it says what, where or how to send, not how to answer',
    overruled: `is overruled by another name of ${name ?? ''}`,
  }
  return words[became]
}
