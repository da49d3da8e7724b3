import type { LLMTask } from '../../core/model/config.ts'
import type { ResolutionRow } from '../../main/contract/settings.ts'
import { LevelCell } from './LevelCell.tsx'
import type { EditCell } from './LevelCell.tsx'
import { fromWords, levelName, levels, valueText } from './resolutionWords.ts'
import { RowName, Table, Td, Th } from './Table.tsx'

type Props = {
  readonly rows: readonly ResolutionRow[]
  readonly task: LLMTask
  /** Called with a cell that was edited. Without it the table only shows. */
  readonly edit?: EditCell
}

/** Setting by setting: what each level says, which one wins, and what was sent. For the next call or for one that was made. */
export function ResolutionTable({ rows, task, edit }: Props) {
  return (
    <Table label="Which value wins" minWidth={740}>
      <thead>
        <tr>
          <Th className={`${kept} z-(--z-sticky) wide:w-37.5`}>Field</Th>
          {levels.map((level, at) => (
            <Th key={level}>
              <span className="mr-1.5 inline-grid size-4 place-items-center rounded-full font-mono text-2xs/none font-semibold text-soft inset-ring-[1.25px] inset-ring-field">{at + 1}</span>
              {levelName(level, task)}
            </Th>
          ))}
          <Th className="sticky right-0 z-(--z-sticky) w-50 border-l border-l-line bg-sunken wide:w-72">Used</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <RowName className={`${kept} font-mono text-mono`}>{row.name}</RowName>
            {levels.map((level) => (
              <LevelCell key={level} row={row} level={level} task={task} edit={edit} />
            ))}
            <UsedCell row={row} />
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** In a small window the rest scrolls beneath it. */
const kept = 'max-[999px]:sticky max-[999px]:left-0 max-[999px]:border-l max-[999px]:border-l-line max-[999px]:bg-pane'

function UsedCell({ row: { used, sentAs, notSent } }: { readonly row: ResolutionRow }) {
  const whence = used === null ? 'not sent' : `from ${fromWords[used.from]}${sentAs === null ? '' : `, as ${sentAs}`}`
  return (
    <Td className="sticky right-0 max-w-50 border-l border-l-line bg-sunken wide:max-w-72">
      <span className="flex items-baseline gap-2">
        {notSent === null ? (
          <>
            <span className={used === null ? 'font-mono text-mono text-disabled' : 'max-w-36 shrink-0 truncate font-mono text-mono font-medium'}>{used === null ? '—' : valueText(used.value)}</span>
            <span className="truncate text-xs text-muted" title={whence}>
              {whence}
            </span>
          </>
        ) : (
          <>
            <span className="shrink-0 font-mono text-mono text-warning">not sent</span>
            <span className="truncate text-xs text-muted" title={notSent}>{notSent}</span>
          </>
        )}
      </span>
    </Td>
  )
}
