import type { MessageVersion, TranscriptMessage } from '../../core/model/context.ts'
import { offerUndo } from '../commands/undoLast.ts'
import { whenWords } from '../chat/answerFacts.ts'
import { nameOf } from '../chat/messageName.ts'
import type { Place } from '../chat/place.ts'
import { Badge } from '../components/Badge.tsx'
import { cx } from '../components/cx.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { attempt } from '../faults/attempt.ts'
import { restoreVersion } from '../queries/acts.ts'
import { authorName } from '../words/authors.ts'

type Props = {
  readonly message: TranscriptMessage
  readonly place: Place
  /** Oldest first. */
  readonly versions: readonly MessageVersion[]
  /** The one whose text is shown above. */
  readonly shown: number
  readonly onShow: (at: number) => void
}

/** Every version of a step, newest first. Choosing one shows what it changed; restoring makes a new correction. */
export function StepVersions({ message, place, versions, shown, onShow }: Props) {
  return (
    <div role="radiogroup" aria-label="Versions" className="grid rounded-md inset-ring inset-ring-line">
      {versions
        .map((version, at) => (
          <div key={version.commit} className={cx('flex h-8.5 items-center gap-2 px-2.5 text-sm', at < versions.length - 1 && 'border-t border-subtle', at === shown && !version.isCurrent && 'bg-active')}>
            <button type="button" role="radio" aria-checked={at === shown} onClick={() => onShow(at)} className="flex h-full min-w-0 grow items-center gap-2 text-left">
              <span className={cx('num w-5 shrink-0', version.isCurrent ? 'text-edited' : 'text-muted')}>v{at + 1}</span>
              <span className={cx('truncate', !version.isCurrent && 'text-soft')}>
                {at === 0 ? firstAuthor(message) : authorName(version.author)}, {whenWords(version.createdAt)}
              </span>
            </button>
            {version.isCurrent ? <Badge tone="edited">current</Badge> : version.goneAt !== undefined ? <span className="text-xs text-muted">erased</span> : <LinkButton aria-label={`Restore version ${at + 1}`} title="Makes a new correction with this text" onClick={() => void restore(place, message, at, version)}>restore</LinkButton>}
          </div>
        ))
        .toReversed()}
    </div>
  )
}

const firstAuthor = (message: TranscriptMessage): string => (message.role === 'assistant' && message.generationConfig?.model ? nameOf(message) : authorName(message.author))

async function restore({ tract, branch }: Place, { messageId }: TranscriptMessage, at: number, { commit }: MessageVersion): Promise<void> {
  if ((await attempt(() => restoreVersion(tract, branch, messageId, commit))) !== undefined) await offerUndo(tract, `Restored version ${at + 1}`)
}
