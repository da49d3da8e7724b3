import type { StorageFacts } from '../../core/model/cleanUp.ts'
import { cx } from '../components/cx.ts'
import { Tooltip } from '../components/Tooltip.tsx'
import { counted } from '../words/numbers.ts'
import { sizeWords } from '../words/sizes.ts'
import { useWords } from '../words/words.ts'
import type { Words } from '../words/words.ts'
import { sizeParts } from './sizeParts.ts'
import type { PartKind, SizePart } from './sizeParts.ts'

/** How large the file is and what fills it. */
export function SizeSection({ facts }: { readonly facts: StorageFacts }) {
  const words = useWords()
  const parts = sizeParts(facts)
  return (
    <section aria-label="Size of the file" className="grid gap-3.5 rounded-lg px-3.5 pt-3 pb-3.5 inset-ring inset-ring-line">
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <span className="font-mono text-xl/none font-medium tracking-[-.02em] text-ink">{sizeWords(facts.fileBytes)}</span>
        {facts.path === null ? 'in memory' : 'on the disk, with its log'}
        {facts.gone.texts > 0 && <span className="ml-auto text-xs">{counted(facts.gone.texts, 'text')} went for good; their hashes stay</span>}
      </p>
      <div role="img" aria-label={`What fills the file: ${parts.map((part) => `${nameOf(part.kind, words)} ${sizeWords(part.bytes)}`).join(', ')}`} className="flex h-2.5 gap-px overflow-hidden rounded-xs">
        {parts.filter(({ bytes }) => bytes > 0).map((part) => (
          <Tooltip key={part.kind} side="top" label={`${nameOf(part.kind, words)}: ${sizeWords(part.bytes)}, ${share(part, facts)}`}>
            <i className={cx('min-w-[3px] basis-0', fills[part.kind])} style={{ flexGrow: part.bytes }} />
          </Tooltip>
        ))}
      </div>
      <ul className="grid grid-cols-2 gap-x-8 gap-y-1.5 text-sm wide:grid-cols-3">
        {parts.map((part) => (
          <li key={part.kind} className="flex min-w-0 items-center gap-2">
            <i className={cx('size-2.5 shrink-0 rounded-[2px]', fills[part.kind])} />
            <span className="min-w-0 grow truncate" title={part.commits === null ? undefined : counted(part.commits, words.step, words.steps)}>
              {nameOf(part.kind, words)}
            </span>
            <span className="num text-soft">{sizeWords(part.bytes)}</span>
          </li>
        ))}
      </ul>
      {facts.copies.length > 0 && (
        <p className="text-xs text-muted">
          Beside it lie copies the app made: {facts.copies.map(({ name, bytes }) => `${name} (${sizeWords(bytes)})`).join(', ')}.
        </p>
      )}
    </section>
  )
}

const share = ({ bytes }: SizePart, { fileBytes }: StorageFacts): string => `${Math.round((bytes / Math.max(1, fileBytes)) * 100)} %`

function nameOf(kind: PartKind, words: Words): string {
  return { live: 'Models see it', hidden: words.hiddenShare, covered: 'Behind summaries', earlier: words.earlierShare, leftover: words.leftovers, trash: 'In the trash', other: 'Journal, search, order', free: 'Free inside the file' }[kind]
}

/** Filled: seen. Hatched: hidden. Dashed: nothing leads there. Hollow: put away. */
const fills: { readonly [Kind in PartKind]: string } = {
  live: 'bg-seg-history',
  hidden: 'hatch bg-active',
  covered: 'bg-seg-summary',
  earlier: 'bg-edited-solid',
  leftover: 'outline-1 -outline-offset-1 outline-dashed outline-muted',
  trash: 'inset-ring-[1.5px] inset-ring-muted',
  other: 'bg-muted',
  free: 'bg-seg-track',
}
