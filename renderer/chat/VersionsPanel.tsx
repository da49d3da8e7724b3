import { useState } from 'react'
import type { MessageVersion } from '../../core/model/context.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { cx } from '../components/cx.ts'
import { Select } from '../components/Select.tsx'
import { textOf } from '../words/contents.ts'
import { whenWords } from './answerFacts.ts'
import { ErasedText } from './ErasedText.tsx'
import { WordDiff } from './WordDiff.tsx'

type Props = { /** Oldest first. */ readonly versions: readonly MessageVersion[]; readonly onRestore: (version: MessageVersion) => void }

/** The versions of a message, and what is different between any two of them. */
export function VersionsPanel({ versions, onRestore }: Props) {
  const [shown, setShown] = useState(versions.length - 1)
  const [against, setAgainst] = useState<number | null>(null)
  const base = against !== null && against !== shown ? against : shown - 1
  return (
    <div className="grid grid-cols-1 gap-2">
      <div role="radiogroup" aria-label="Versions" className="grid">
        {versions.map((one, at) => (
          <div key={one.commit} className={cx('flex h-7 items-center gap-2 rounded-sm px-2 text-sm', at === shown ? 'bg-active' : 'hover:bg-hover')}>
            <button type="button" role="radio" aria-checked={at === shown} onClick={() => setShown(at)} className="flex h-full min-w-0 grow items-center gap-2 text-left">
              <span className="num text-muted">v{at + 1}</span>
              <b className="font-medium">{at === 0 ? 'Original' : `Correction ${at}`}</b>
              <span className="truncate text-xs text-muted">
                {authorWords(one)} {whenWords(one.createdAt)}
              </span>
            </button>
            {one.goneAt !== undefined ? <span className="text-xs text-muted">erased</span> : one.isCurrent ? <span className="text-xs text-muted">shown now</span> : <LinkButton onClick={() => onRestore(one)}>restore</LinkButton>}
          </div>
        ))}
      </div>
      <div className="border-t border-subtle">
        <div className="flex h-8 items-center gap-0.5 px-2 text-xs text-muted">
          {base < 0 ? (
            <span>the whole of v{shown + 1}; compare it with</span>
          ) : (
            <span>
              v{shown + 1} compared with
            </span>
          )}
          <Select label="Compare with" value={base < 0 ? '' : String(base)} shown={base < 0 ? 'another' : `v${base + 1}`} options={versions.flatMap((_, at) => (at === shown ? [] : [{ value: String(at), label: `v${at + 1}` }]))} onChange={(at) => setAgainst(Number(at))} />
        </div>
        <div data-diff className="max-h-72 overflow-y-auto px-2 pb-2 wrap-break-word select-text">
          <Shown version={versions[shown]} base={versions[base]} />
        </div>
      </div>
    </div>
  )
}

function Shown({ version, base }: { readonly version: MessageVersion | undefined; readonly base: MessageVersion | undefined }) {
  if (version === undefined) return null
  if (version.goneAt !== undefined) return <ErasedText at={version.goneAt} />
  if (base === undefined || base.goneAt !== undefined) return <div className="whitespace-pre-wrap wrap-break-word">{textOf(version.content)}</div>
  return <WordDiff before={textOf(base.content)} after={textOf(version.content)} />
}

const authorWords = ({ author }: MessageVersion): string => (author.kind === 'user' ? 'by you' : `by ${author.id}`)
