import { ArrowUpToLine, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ModelRow, PriceSource } from '../../main/contract/settings.ts'
import { Badge } from '../components/Badge.tsx'
import { cx } from '../components/cx.ts'
import { IconButton } from '../components/IconButton.tsx'
import { short } from '../words/numbers.ts'
import { PriceEditor } from './PriceEditor.tsx'
import { priceText } from './readPrice.ts'
import { RowName, Td } from './Table.tsx'

type Props = { readonly row: ModelRow; readonly isFirst: boolean; /** null: it is the only one. */ readonly onRemove: (() => void) | null; readonly onFirst: () => void }

/** One model: its size, its price, and where the price comes from. */
export function ModelLine({ row, isFirst, onRemove, onFirst }: Props) {
  const [isEditing, setEditing] = useState(false)
  const [wasEdited, setEdited] = useState(false) // then the focus comes back to the pencil
  const { model, price, from } = row
  const leave = (): void => {
    setEditing(false)
    setEdited(true)
  }
  if (isEditing) return <PriceEditor row={row} onDone={leave} />
  return (
    <tr>
      <RowName className="max-w-64">
        <span className="flex items-center gap-2">
          <span className="truncate font-mono text-mono">{model}</span>
          {isFirst && (
            <Badge small tip="Asked where no level of the settings names a model">
              first
            </Badge>
          )}
        </span>
      </RowName>
      <NumberCell words={sizeText(row.contextTokens)} />
      <NumberCell words={sizeText(row.maxOutputTokens)} className={inLarge} />
      <NumberCell words={priceText(price?.inputUsd)} />
      <NumberCell words={priceText(price?.cachedInputUsd)} />
      <NumberCell words={priceText(price?.outputUsd)} />
      <Td className={from === 'own' ? '' : 'text-muted'}>{sources[from]}</Td>
      <Td className="w-27 pr-1.5! text-right">
        <IconButton box={24} autoFocus={wasEdited} label={`Price of ${model}`} tip="Change its price" icon={Pencil} onClick={() => setEditing(true)} />
        <IconButton box={24} label={`Ask ${model} first`} icon={ArrowUpToLine} off={isFirst ? 'It is the first' : null} onClick={onFirst} />
        <IconButton box={24} label={`Take ${model} off the list`} icon={Trash2} off={onRemove === null ? 'The last model stays' : null} onClick={onRemove ?? undefined} />
      </Td>
    </tr>
  )
}

/** What a small window has no room for. */
export const inLarge = 'hidden wide:table-cell'
const NumberCell = ({ words, className }: { readonly words: string; readonly className?: string }) => <Td className={cx('text-right font-mono text-mono', words === '—' && 'text-disabled', className)}>{words}</Td>
const sizeText = (tokens: number | null): string => (tokens === null ? '—' : short(tokens))
const sources: { readonly [From in PriceSource]: string } = { own: 'you', table: 'the table', free: 'free here', unknown: 'unknown' }
