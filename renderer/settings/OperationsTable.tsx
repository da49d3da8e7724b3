import { FoldVertical, GitMerge, ListTodo, MessageSquareText, TextCursorInput, Workflow } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { createElement, useState } from 'react'
import type { LLMTask } from '../../core/model/config.ts'
import type { TractId } from '../../core/model/ids.ts'
import type { OperationRow, OperationsView, Settings } from '../../main/contract/settings.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { cx } from '../components/cx.ts'
import { OperationDialog } from './OperationDialog.tsx'
import { taskNames } from './resolutionWords.ts'
import { RowName, Table, Td, Th } from './Table.tsx'

export const taskIcons: { readonly [Task in LLMTask]: LucideIcon } = { chat: MessageSquareText, compress: FoldVertical, merge: GitMerge, orchestrate: Workflow, plan: ListTodo, title: TextCursorInput }

/** Every kind of call. What is set for it stands in ink, what it inherits is quiet. */
export function OperationsTable({ tract, settings, operations }: { readonly tract: TractId; readonly settings: Settings; readonly operations: OperationsView }) {
  const [edited, setEdited] = useState<LLMTask | null>(null)
  const row = operations.rows.find(({ task }) => task === edited)
  return (
    <>
      <Table label="Operations" minWidth={640}>
        <thead>
          <tr>
            {['Operation', 'Client', 'Model', 'Temperature', 'Max tokens'].map((title) => (
              <Th key={title}>{title}</Th>
            ))}
            <Th aria-label="Change" />
          </tr>
        </thead>
        <tbody>
          {operations.rows.map((one) => (
            <Row key={one.task} row={one} onEdit={() => setEdited(one.task)} />
          ))}
        </tbody>
      </Table>
      {row !== undefined && <OperationDialog tract={tract} settings={settings} row={row} onClose={() => setEdited(null)} />}
    </>
  )
}

function Row({ row, onEdit }: { readonly row: OperationRow; readonly onEdit: () => void }) {
  const { task, client } = row
  return (
    <tr>
      <RowName>
        <span className="flex items-center gap-2.25">
          {createElement(taskIcons[task], { size: 15, className: 'text-soft' })}
          {taskNames[task]}
        </span>
      </RowName>
      <Td className={cx(!client.isOwn && 'text-muted')}>{client.isOwn ? client.name : 'as Chat'}</Td>
      <ValueCell row={row} field="model" />
      <ValueCell row={row} field="temperature" />
      <ValueCell row={row} field="maxTokens" />
      <Td className="text-right">
        <LinkButton aria-label={`Edit ${taskNames[task]}`} onClick={onEdit}>
          edit
        </LinkButton>
      </Td>
    </tr>
  )
}

function ValueCell({ row: { config, resolved }, field }: { readonly row: OperationRow; readonly field: 'model' | 'temperature' | 'maxTokens' }) {
  const value = resolved.values[field]
  return <Td className={cx('max-w-52 truncate font-mono text-mono', value === undefined ? 'text-disabled' : config[field] === undefined && 'text-muted')}>{value ?? '—'}</Td>
}
