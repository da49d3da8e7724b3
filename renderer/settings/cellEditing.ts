import type { LLMTask } from '../../core/model/config.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { Json } from '../../core/model/json.ts'
import type { ResolutionRow } from '../../main/contract/settings.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { attempt } from '../faults/attempt.ts'
import { configure } from '../queries/settings.ts'
import { setOnce } from '../state/once.ts'
import { showToast } from '../state/toasts.ts'
import type { EditCell } from './LevelCell.tsx'
import { levelName, taskNames, valueText } from './resolutionWords.ts'
import type { ShownLevel } from './resolutionWords.ts'

type Place = { readonly tract: TractId; readonly branch: string; readonly task: LLMTask }

/** Each level is changed where it is kept: this call with the draft, llm_config in the app, the other two in the tract, where undo takes them back. */
export function cellEditing(place: Place): EditCell {
  return { whyNot: (row, level) => whyNot(place.task, row, level), save: (row, level, value) => save(place, row, level, value) }
}

function whyNot(task: LLMTask, row: ResolutionRow, level: ShownLevel): string | null {
  if (task !== 'chat' && (level === 'sugar' || level === 'llmConfig')) return `Set where ${taskNames[task]} is started, for that call alone`
  return level === 'sugar' && row.field === 'extra' ? 'A provider’s own settings are set for every message, in llm_config' : null
}

async function save({ tract, branch, task }: Place, row: ResolutionRow, level: ShownLevel, value: Json | null): Promise<boolean> {
  const words = `${value === null ? `Took back ${row.name}` : `Set ${row.name} to ${valueText(value)}`} at ${levelName(level, task)}`
  if (level === 'sugar') {
    setOnce(tract, branch, { [row.field]: value ?? undefined })
    return true
  }
  const key = row.field === 'extra' ? row.name : row.field
  const saved = await attempt(() => configure(tract, task, level, { [key]: value }))
  if (saved === undefined) return false
  const before = row.set.llmConfig ?? null
  if (level === 'llmConfig') showToast({ tone: 'done', text: words, action: { label: 'Undo', run: () => void attempt(() => configure(tract, task, level, { [key]: before })) } })
  else await offerUndo(tract, words)
  return true
}
