import { useRef, useState } from 'react'
import type { LLMTask } from '../../core/model/config.ts'
import type { Json } from '../../core/model/json.ts'
import type { ResolutionRow } from '../../main/contract/settings.ts'
import { cx } from '../components/cx.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { readValue, typedValue } from './readValue.ts'
import { levelName, valueText } from './resolutionWords.ts'
import type { ShownLevel } from './resolutionWords.ts'
import { Td } from './Table.tsx'

export type EditCell = {
  /** Why a setting can't be changed at a level; null when it can. */
  readonly whyNot: (row: ResolutionRow, level: ShownLevel) => string | null
  /** null takes it back. Resolves to false when it could not be done: what was typed stays. */
  readonly save: (row: ResolutionRow, level: ShownLevel, value: Json | null) => Promise<boolean>
}
type Props = { readonly row: ResolutionRow; readonly level: ShownLevel; readonly task: LLMTask; readonly edit: EditCell | undefined }

/** What one level says of one setting: the one that wins filled, one that is overruled struck. A click edits it there. */
export function LevelCell({ row, level, task, edit }: Props) {
  const [isEditing, setEditing] = useState(false)
  const [wasByKey, setByKey] = useState(false) // then the focus comes back to the cell
  const value = row.set[level]
  const wins = row.used?.from === level && row.notSent === null
  const whyNot = edit?.whyNot(row, level) ?? null
  const look = cx('inline-flex h-5.5 max-w-28 wide:max-w-44 items-center truncate rounded-sm px-1.75 font-mono text-mono', value === undefined ? 'text-disabled' : wins ? 'bg-accent-soft font-semibold text-accent-text' : 'text-muted line-through decoration-field')
  const words = value === undefined ? '—' : valueText(value)
  const leave = (byKey: boolean): void => {
    setByKey(byKey)
    setEditing(false)
  }
  if (edit === undefined) return <Td className={tight}><span className={look}>{words}</span></Td>
  if (isEditing) return <Td className={tight}><CellInput row={row} level={level} task={task} edit={edit} onDone={leave} /></Td>
  const name = `${row.name} at ${levelName(level, task)}: ${value === undefined ? 'not set' : `${words}${wins ? '' : ', overruled'}`}`
  const button = (
    <button
      type="button"
      autoFocus={wasByKey}
      aria-label={name}
      aria-disabled={whyNot !== null || undefined}
      title={whyNot === null && words.length > 20 ? words : undefined}
      onClick={() => whyNot === null && setEditing(true)}
      className={cx(look, 'press', whyNot === null && !wins && 'hover:bg-hover')}
    >
      <span className="truncate">{words}</span>
    </button>
  )
  return <Td className={tight}>{whyNot === null ? button : <Tooltip label={whyNot}>{button}</Tooltip>}</Td>
}

/** A value that wins has a frame, whose words stand where the others' do. */
const tight = 'px-0.75! wide:px-1.75!'

type InputProps = Omit<Props, 'edit'> & { readonly edit: EditCell; readonly onDone: (byKey: boolean) => void }

/** Enter or leaving it saves, Escape leaves it as it was, an empty field takes the setting back. */
function CellInput({ row, level, task, edit, onDone }: InputProps) {
  const before = typedValue(row.set[level])
  const [typed, setTyped] = useState(before)
  const isOver = useRef(false)
  const read = readValue(row.field, typed)
  const problem = read.kind === 'problem' ? read.words : null
  const end = (byKey: boolean): void => {
    isOver.current = true
    onDone(byKey)
  }
  const save = async (byKey: boolean): Promise<void> => {
    if (isOver.current) return
    if (read.kind === 'problem') return byKey ? undefined : end(false)
    isOver.current = true
    if (typed.trim() === before || (await edit.save(row, level, read.kind === 'none' ? null : read.value))) end(byKey)
    else isOver.current = false
  }
  return (
    <span className="relative inline-block">
      <input
        autoFocus
        aria-label={`${row.name} at ${levelName(level, task)}`}
        aria-invalid={problem !== null || undefined}
        spellCheck={false}
        autoComplete="off"
        placeholder="not set"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => void save(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault() // else the same key would press the cell that takes the focus back
          if (event.key === 'Enter') void save(true)
          else end(true)
        }}
        className={cx('h-6.5 w-24 rounded-sm wide:w-32 bg-input px-1.75 font-mono text-mono focus:field-focus', problem === null ? 'field-ring' : 'field-bad')}
      />
      {problem !== null && (
        <span role="alert" className="absolute top-full left-0 z-(--z-popover) mt-1 rounded-sm bg-overlay px-2 py-1 font-sans text-xs whitespace-nowrap text-danger shadow-pop">
          {problem}
        </span>
      )}
    </span>
  )
}
