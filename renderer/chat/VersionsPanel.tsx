import { useState } from 'react'
import type { MessageVersion } from '../../core/model/context.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { cx } from '../components/cx.ts'
import { textOf } from '../words/contents.ts'
import { whenWords } from './answerFacts.ts'
import { WordDiff } from './WordDiff.tsx'

type Props = { /** Oldest first. */ readonly versions: readonly MessageVersion[]; readonly onRestore: (version: MessageVersion) => void }

/** The versions of a message, and what each changed. */
export function VersionsPanel({ versions, onRestore }: Props) {
  const [shown, setShown] = useState(versions.length - 1)
  const version = versions[shown]
  const before = versions[shown - 1]
  return (
    <div className="grid grid-cols-1 gap-2">
      <div role="radiogroup" aria-label="Versions" className="grid">
        {versions.map((one, at) => (
          <div key={one.commit} className={cx('flex h-7 items-center gap-2 rounded-sm px-2 text-sm', at === shown ? 'bg-active' : 'hover:bg-hover')}>
            <button type="button" role="radio" aria-checked={at === shown} onClick={() => setShown(at)} className="flex h-full min-w-0 grow items-center gap-2 text-left">
              <b className="font-medium">{at === 0 ? 'Original' : `Correction ${at}`}</b>
              <span className="truncate text-xs text-muted">
                {authorWords(one)} {whenWords(one.createdAt)}
              </span>
            </button>
            {one.isCurrent ? <span className="text-xs text-muted">shown now</span> : <LinkButton onClick={() => onRestore(one)}>restore</LinkButton>}
          </div>
        ))}
      </div>
      <div className="max-h-72 overflow-y-auto border-t border-subtle px-2 py-2 wrap-break-word select-text">
        {version && (before ? <WordDiff before={textOf(before.content)} after={textOf(version.content)} /> : <div className="whitespace-pre-wrap wrap-break-word">{textOf(version.content)}</div>)}
      </div>
    </div>
  )
}

const authorWords = ({ author }: MessageVersion): string => (author.kind === 'user' ? 'by you' : `by ${author.id}`)
