import { useQuery } from '@tanstack/react-query'
import { CopyPlus, Split, X } from 'lucide-react'
import { useState } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import { askAgainWith } from '../chat/askAgainWith.ts'
import { modelName } from '../chat/modelWords.ts'
import { readSetting } from '../chat/readSetting.ts'
import { useModels } from '../chat/RetryWithDialog.tsx'
import { TextField } from '../components/Field.tsx'
import { FormDialog } from '../components/FormDialog.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Select } from '../components/Select.tsx'
import { forecastQuery } from '../queries/chat.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { clearSelection } from '../state/selection.ts'
import { closeDialog, showCompare } from '../state/view.ts'
import { mostColumns } from './CompareBar.tsx'
import { letters } from './letters.ts'
import { asSet, settingsOfWay } from './ways.ts'
import type { Way } from './ways.ts'

type Question = { readonly question: MessageId; readonly excerpt: string; /** The open branch has an answer already: it stands first. */ readonly hasAnswer: boolean }

/** Asks one question several ways, each on a branch of its own with settings of its own, and shows the answers side by side. */
export function TryWaysDialog(question: Question) {
  const current = useCurrent()
  return current === null ? null : <Form current={current} {...question} />
}

function Form({ current, question, excerpt, hasAnswer }: Question & { readonly current: Current }) {
  const models = useModels()
  const [ways, setWays] = useState<readonly Way[]>([asSet, asSet])
  const most = mostColumns - (hasAnswer ? 1 : 0)
  const problem = ways.map(({ temperature }) => readSetting('temperature', temperature)).find(({ kind }) => kind === 'problem')
  const change = (nth: number, way: Way): void => setWays(ways.map((one, at) => (at === nth ? way : one)))
  const start = async (): Promise<void> => {
    const names = await askAgainWith(current, question, ways.map((way) => settingsOfWay(way, models)))
    if (names.length === 0) return
    clearSelection()
    closeDialog()
    showCompare(hasAnswer ? [current.branch, ...names] : names)
  }
  return (
    <FormDialog
      title="Try several ways"
      width={560}
      verb={`Ask ${ways.length} ways`}
      icon={Split}
      keys="Enter"
      off={problem?.kind === 'problem' ? problem.words : null}
      busy="The branches are being made"
      isReady
      onSubmit={start}
      onClose={closeDialog}
      className="grid gap-3 p-4.5 text-sm"
    >
      <p className="text-soft">
        Asks <span className="text-ink">“{excerpt}”</span> again, each time on a branch of its own, and shows the answers side by side. What is on <b>{current.branch}</b> stays, and so do the settings.
      </p>
      <ul className="grid gap-2" aria-label="Ways">
        {ways.map((way, nth) => (
          <WayRow
            key={nth}
            letter={letters[nth + (hasAnswer ? 1 : 0)] ?? ''}
            current={current}
            models={models}
            way={way}
            onChange={(next) => change(nth, next)}
            onCopy={ways.length < most ? () => setWays([...ways.slice(0, nth + 1), way, ...ways.slice(nth + 1)]) : null}
            onRemove={ways.length > 1 ? () => setWays(ways.filter((_, at) => at !== nth)) : null}
          />
        ))}
      </ul>
    </FormDialog>
  )
}

type RowProps = { readonly letter: string; readonly current: Current; readonly models: ReturnType<typeof useModels>; readonly way: Way; readonly onChange: (way: Way) => void; readonly onCopy: (() => void) | null; readonly onRemove: (() => void) | null }

/** One way to ask: which model, how freely; once more, or not at all. */
function WayRow({ letter, current, models, way, onChange, onCopy, onRemove }: RowProps) {
  const { data: forecast } = useQuery(forecastQuery(current.tract, current.branch))
  const usual = forecast === undefined ? 'the model that is set' : `${modelName(forecast)}, as it is set`
  const read = readSetting('temperature', way.temperature)
  return (
    <li className="flex items-center gap-2">
      <b className="grid size-5 shrink-0 place-items-center rounded-xs bg-active text-xs">{letter}</b>
      <span className="grid min-w-0 grow"><Select look="framed" label={`Model of ${letter}`} value={way.model} options={[{ value: asSet.model, label: usual }, ...models]} onChange={(model) => onChange({ ...way, model })} /></span>
      <span className="text-muted">T</span>
      <TextField aria-label={`Temperature of ${letter}`} mono inputMode="decimal" className="w-24" placeholder="as set" value={way.temperature} problem={read.kind === 'problem' ? read.words : null} onChange={(event) => onChange({ ...way, temperature: event.target.value })} />
      <IconButton label="Once more like this" icon={CopyPlus} box={24} off={onCopy === null ? `${mostColumns} columns at most` : null} onClick={() => onCopy?.()} />
      <IconButton label={`Take ${letter} out`} icon={X} box={24} off={onRemove === null ? 'One way must stay' : null} onClick={() => onRemove?.()} />
    </li>
  )
}
