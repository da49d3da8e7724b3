import { useQuery } from '@tanstack/react-query'
import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import type { OnceSettings } from '../../main/contract/chat.ts'
import { FieldRow, TextField } from '../components/Field.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { Select } from '../components/Select.tsx'
import { forecastQuery } from '../queries/chat.ts'
import { settingsQuery } from '../queries/settings.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { clearSelection } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'
import { closeDialog, showCompare } from '../state/view.ts'
import { askAgainWith } from './askAgainWith.ts'
import { modelName } from './modelWords.ts'
import { readSetting } from './readSetting.ts'

type Question = { readonly question: MessageId; readonly excerpt: string; /** The open branch has an answer already: it stands first. */ readonly hasAnswer: boolean }

/** Asks one question again, by another model or at another temperature, once or several times side by side. */
export function RetryWithDialog(question: Question) {
  const current = useCurrent()
  return current === null ? null : <Form current={current} {...question} />
}

const copyChoices = [{ value: '1', label: '1' }, { value: '2', label: '2' }, { value: '3', label: '3' }] as const
const asSet = 'as-set'

function Form({ current, question, excerpt, hasAnswer }: Question & { readonly current: Current }) {
  const { data: forecast } = useQuery(forecastQuery(current.tract, current.branch))
  const models = useModels()
  const [model, setModel] = useState<string>(asSet)
  const [temperature, setTemperature] = useState('')
  const [copies, setCopies] = useState<(typeof copyChoices)[number]['value']>('1')
  const read = readSetting('temperature', temperature)
  const usual = forecast === undefined ? 'the model that is set' : `${modelName(forecast)}, as it is set`
  const start = async (): Promise<void> => {
    const chosen = models.find(({ value }) => value === model)
    const once: OnceSettings = { ...(chosen && { provider: chosen.provider, model: chosen.model }), ...(read.kind === 'value' && { temperature: read.value as number }) }
    const names = await askAgainWith(current, question, Array.from({ length: Number(copies) }, () => once))
    if (names.length === 0) return
    clearSelection()
    closeDialog()
    if (names.length > 1) showCompare(hasAnswer ? [current.branch, ...names] : names)
    else showToast({ tone: 'done', text: `Asked again on ${names[0] ?? ''}; the first answer stays on ${current.branch}` })
  }
  return (
    <FormDialog
      title="Retry with…"
      verb={copies === '1' ? 'Ask again' : `Ask ${copies} times`}
      icon={RefreshCw}
      off={read.kind === 'problem' ? read.words : null}
      busy="The branches are being made"
      isReady
      onSubmit={start}
      onClose={closeDialog}
      className="grid gap-3.5 p-4.5 text-sm"
    >
      <p className="text-soft">
        Asks <span className="text-ink">“{excerpt}”</span> again on {copies === '1' ? 'a branch of its own' : 'branches of their own, side by side'}. What is on <b>{current.branch}</b> stays, and so do the settings.
      </p>
      <FieldRow label="Model">
        <Select look="framed" label="Model" value={model} options={[{ value: asSet, label: usual }, ...models]} onChange={setModel} />
      </FieldRow>
      <FieldRow label="Temperature" htmlFor="retry-temperature" problem={read.kind === 'problem' ? read.words : null}>
        <TextField id="retry-temperature" mono inputMode="decimal" className="w-28" placeholder="as set" value={temperature} problem={read.kind === 'problem' ? read.words : null} onChange={(event) => setTemperature(event.target.value)} />
      </FieldRow>
      <FieldRow label="Copies" help={copies === '1' ? undefined : 'The answers stand side by side when they come'}>
        <Segmented label="Copies" value={copies} options={copyChoices} onChange={setCopies} />
      </FieldRow>
    </FormDialog>
  )
}

/** Every model that could be asked now. */
export function useModels(): readonly { readonly value: string; readonly label: string; readonly sub: string; readonly provider: string; readonly model: string }[] {
  const { data: settings } = useQuery(settingsQuery())
  return (settings?.providers ?? [])
    .filter(({ isReady }) => isReady)
    .flatMap(({ id, name, kind, models }) => models.map((model) => ({ value: `${id}\n${model}`, label: kind === 'demo' ? 'Demo model' : model, sub: name, provider: id, model })))
}
