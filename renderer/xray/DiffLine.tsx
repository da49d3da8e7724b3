import { memo } from 'react'
import type { MessageId } from '../../core/model/ids.ts'
import type { LineChange, LineMark } from '../../main/contract/xray.ts'
import { plainPreview } from '../chat/plainPreview.ts'
import { DiffText } from '../chat/WordDiff.tsx'
import { cx } from '../components/cx.ts'
import { StepIcon, stepWord } from '../graph/StepIcon.tsx'
import { signed, spaced } from '../words/numbers.ts'

type Props = { readonly line: LineChange; readonly isSelected: boolean; readonly onSelect: (id: MessageId) => void }

/** One line of two contexts: its mark, its first words, and how much it counts more or less. Changed words stand below it. */
export const DiffLine = memo(function DiffLine({ line, isSelected, onSelect }: Props) {
  const { mark, messageId, role, contentType, preview, hunks } = line
  return (
    <div role="option" aria-selected={isSelected} data-message={messageId} data-mark={mark} onClick={() => onSelect(messageId)} className={cx('px-3.5 press', isSelected ? 'bg-selected' : 'hover:bg-hover')}>
      <div className={cx('grid h-[27px] grid-cols-[10px_14px_auto_minmax(0,1fr)_auto] items-center gap-[7px] text-sm', mark === 'same' && 'text-muted')}>
        <span className={cx('font-mono text-xs font-semibold', tones[mark])}>
          <span aria-hidden="true">{signs[mark]}</span>
          <span className="sr-only">{spoken[mark]}</span>
        </span>
        <StepIcon role={role} type={contentType} className="text-muted" />
        <span>{stepWord(role, contentType)}</span>
        <span className={cx('truncate text-xs text-muted', mark === 'removed' && 'line-through')}>{plainPreview(preview, contentType)}</span>
        <span className={cx('num text-num!', mark === 'removed' ? 'text-muted line-through' : 'text-soft')}>{sizeOf(line)}</span>
      </div>
      {mark === 'changed' && (hunks === null ? <p className="pb-2 pl-[17px] text-xs text-muted">Too much changed to show it here.</p> : <div className="pb-2.5 pl-[17px] text-xs text-soft select-text"><DiffText parts={hunks} /></div>)}
    </div>
  )
})

function sizeOf({ mark, tokensBefore, tokensAfter }: LineChange): string {
  if (mark !== 'changed') return `~${spaced(tokensAfter ?? tokensBefore ?? 0)}`
  return signed((tokensAfter ?? 0) - (tokensBefore ?? 0))
}

const signs: { readonly [Mark in LineMark]: string } = { added: '+', removed: '−', changed: '≠', same: '=' }
const spoken: { readonly [Mark in LineMark]: string } = { added: 'added', removed: 'removed', changed: 'changed', same: 'alike' }
const tones: { readonly [Mark in LineMark]: string } = { added: 'text-success', removed: 'text-danger', changed: 'text-edited', same: 'text-disabled' }
