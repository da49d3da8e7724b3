import { useState } from 'react'
import type { LLMConfig } from '../../core/model/config.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { Json } from '../../core/model/json.ts'
import type { OperationRow, Provider, Settings } from '../../main/contract/settings.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { TextField } from '../components/Field.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { Select } from '../components/Select.tsx'
import { attempt } from '../faults/attempt.ts'
import { configure, setClient } from '../queries/settings.ts'
import type { ConfigChanges } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { readValue, typedValue } from './readValue.ts'
import { fromWords, taskNames, valueText } from './resolutionWords.ts'

const fields = ['model', 'temperature', 'maxTokens', 'topP', 'stopSequences', 'seed', 'topK', 'frequencyPenalty', 'presencePenalty'] as const
type Field = (typeof fields)[number]
const titles: { readonly [F in Field]: string } = {
  model: 'Model', temperature: 'Temperature', maxTokens: 'Max tokens', topP: 'Top p', stopSequences: 'Stop sequences', seed: 'Seed', topK: 'Top k', frequencyPenalty: 'Frequency penalty', presencePenalty: 'Presence penalty',
}
type Props = { readonly tract: TractId; readonly settings: Settings; readonly row: OperationRow; readonly onClose: () => void }

/** Where one kind of call goes, and how it is made. Two things, kept in two places. */
export function OperationDialog({ tract, settings, row, onClose }: Props) {
  const { task, client, config } = row
  const [provider, setProvider] = useState(client.isOwn ? client.provider : asChat)
  const [typed, setTyped] = useState(() => Object.fromEntries(fields.map((field) => [field, typedValue(config[field] as Json | undefined)])) as Record<Field, string>)
  const reads = fields.map((field) => ({ field, read: readValue(field, typed[field]) }))
  const problem = reads.some(({ read }) => read.kind === 'problem') ? 'One of the values can’t be taken' : null
  const save = async (): Promise<void> => {
    const changes = Object.fromEntries(reads.map(({ field, read }) => [field, read.kind === 'value' ? read.value : null]))
    const saved = await attempt(() => saveBoth(tract, row, provider, changed(changes, config)))
    if (saved !== undefined) onClose()
  }
  const models = settings.providers.find(({ id }) => id === (provider === asChat ? settings.chat.provider : provider))?.models ?? []
  return (
    <FormDialog title={taskNames[task]} width={560} verb="Save" off={problem} onSubmit={save} onClose={onClose} className="grid gap-5 p-4.5">
      <Part title="Where it goes" words="The client. Kept in this app, for all tracts.">
        <Select look="framed" label="Client" value={provider} options={clientOptions(settings, task !== 'chat')} onChange={setProvider} />
      </Part>
      <Part title="How it is made" words="The config. Kept in this tract; undo takes a change back. An empty field inherits.">
        {reads.map(({ field, read }) => (
          <ConfigField key={field} row={row} field={field} models={models} typed={typed[field]} problem={read.kind === 'problem' ? read.words : null} onType={(text) => setTyped({ ...typed, [field]: text })} />
        ))}
      </Part>
    </FormDialog>
  )
}

const asChat = ''

function Part({ title, words, children }: { readonly title: string; readonly words: string; readonly children: React.ReactNode }) {
  return (
    <section className="grid justify-items-start gap-2">
      <div>
        <h3 className="text-sm font-semibold">{title}</h3>
        <p className="text-xs text-muted">{words}</p>
      </div>
      {children}
    </section>
  )
}

type FieldProps = { readonly row: OperationRow; readonly field: Field; readonly models: readonly string[]; readonly typed: string; readonly problem: string | null; readonly onType: (typed: string) => void }

function ConfigField({ row, field, models, typed, problem, onType }: FieldProps) {
  const id = `operation-${field}`
  return (
    <div className="grid w-full grid-cols-[140px_minmax(0,1fr)] items-center gap-x-3">
      <label htmlFor={id} className="text-sm text-soft">
        {titles[field]}
      </label>
      <div className="flex min-w-0 items-center gap-2.5">
        <TextField id={id} mono className={field === 'model' || field === 'stopSequences' ? 'w-56' : 'w-28'} placeholder={inherited(row, field)} value={typed} problem={problem} onChange={(event) => onType(event.target.value)} {...(field === 'model' && { list: `${id}-list` })} />
        {problem !== null && (
          <span role="alert" className="text-xs text-danger">
            {problem}
          </span>
        )}
        {problem === null && typed === '' && <span className="truncate text-xs text-muted">{whence(row, field)}</span>}
        {field === 'model' && (
          <datalist id={`${id}-list`}>
            {models.map((model) => (
              <option key={model} value={model} />
            ))}
          </datalist>
        )}
      </div>
    </div>
  )
}

/** What holds where nothing is set here. */
function inherited({ config, resolved }: OperationRow, field: Field): string {
  const value = config[field] === undefined ? resolved.values[field] : undefined
  return value === undefined ? '' : valueText(value)
}

function whence({ config, resolved }: OperationRow, field: Field): string {
  const level = config[field] === undefined ? resolved.levels[field] : undefined
  return level === undefined ? 'the provider’s own' : `from ${fromWords[level]}`
}

function clientOptions({ providers, chat }: Settings, canFollow: boolean) {
  const why = ({ isReady, kind }: Provider): string | null => (isReady ? null : kind === 'ollama' ? 'no model yet' : 'no key yet')
  const own = providers.map((provider) => ({ value: provider.id, label: provider.name, off: why(provider) }))
  return canFollow ? [{ value: asChat, label: 'As Chat', sub: providers.find(({ id }) => id === chat.provider)?.name ?? chat.provider }, ...own] : own
}

/** Only what is not as it was, so that nothing is written that nobody changed. */
const changed = (changes: ConfigChanges, config: LLMConfig): ConfigChanges =>
  Object.fromEntries(Object.entries(changes).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(config[field as Field] ?? null)))

async function saveBoth(tract: TractId, { task, client }: OperationRow, provider: string, changes: ConfigChanges): Promise<true> {
  const before = client.isOwn ? client.provider : asChat
  if (provider !== before) await setClient(task, provider === asChat ? null : provider)
  if (Object.keys(changes).length > 0) {
    await configure(tract, task, 'operation', changes)
    await offerUndo(tract, `Changed the settings of ${taskNames[task]}`)
  } else if (provider !== before) {
    const back = (): void => void attempt(() => setClient(task, before === asChat ? null : before))
    showToast({ tone: 'done', text: `Changed the client of ${taskNames[task]}`, action: { label: 'Undo', run: back } })
  }
  return true
}
