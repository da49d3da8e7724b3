import { Fingerprint, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EraseReport } from '../../core/model/cleanUp.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { Badge } from '../components/Badge.tsx'
import { Banner } from '../components/Banner.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import type { Current } from '../queries/useCurrent.ts'
import { openLink } from '../search/openHit.ts'
import { closeDialog } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { sizeWords } from '../words/sizes.ts'
import { useWords } from '../words/words.ts'
import { eraseLine } from './eraseLines.ts'

type Props = { readonly report: EraseReport; readonly current: Current }

/** Every place the text goes from, what repeats it, and what stays. */
export function ErasePlaces({ report: { places, mentions, erasedBytes, isGuessable }, current }: Props) {
  const words = useWords()
  const lines = places.map((place) => eraseLine(place, words))
  return (
    <>
      <Part title={`It goes from ${counted(places.length, 'place')}`} sub={sizeWords(erasedBytes)}>
        {lines.map(({ what, where, bytes, step }, at) => (
          <Line key={at} what={what} where={where} end={bytes === null ? null : <span className="num text-soft">{sizeWords(bytes)}</span>}>
            {step !== null && <Show {...step} current={current} />}
          </Line>
        ))}
      </Part>
      {mentions.length > 0 && (
        <Part title={`${counted(mentions.length, 'text')} may repeat it and stay${mentions.length === 1 ? 's' : ''}`} sub="look whether they should go too">
          {mentions.map(({ tract, tractName, messageId, how, preview }, at) => (
            <Line key={at} what={preview} where={tractName} end={<Badge small tone={how === 'summary' ? 'summary' : 'plain'}>{how === 'summary' ? 'summary' : 'contains it'}</Badge>}>
              {messageId !== null && <Show tract={tract} message={messageId} current={current} />}
            </Line>
          ))}
        </Part>
      )}
      <p className="flex items-start gap-2 text-sm text-soft">
        <Fingerprint size={14} className="mt-0.5 shrink-0 text-muted" />
        <span>What stays is its hash, so that everything can still be checked, and the {words.step} itself, shown as erased. From now on the past reads differently: models never see the text again, in no branch and at no moment.</span>
      </p>
      {isGuessable && (
        <Banner tone="warning" icon={TriangleAlert}>
          It is very short: who tries all texts of that length can find it by its hash. If it is a password, change the password.
        </Banner>
      )}
    </>
  )
}

const Part = ({ title, sub, children }: { readonly title: string; readonly sub: string; readonly children: ReactNode }) => (
  <section aria-label={title} className="grid gap-1.5">
    <h3 className="flex items-baseline gap-2 text-sm font-semibold">
      {title} <span className="text-xs font-normal text-muted">{sub}</span>
    </h3>
    <ul tabIndex={0} aria-label={title} className="grid max-h-36 grid-cols-1 overflow-y-auto rounded-md text-sm inset-ring inset-ring-line focus-visible:-outline-offset-2">
      {children}
    </ul>
  </section>
)

const Line = ({ what, where, end, children }: { readonly what: string; readonly where: string; readonly end: ReactNode; readonly children: ReactNode }) => (
  <li className="flex min-h-8 items-center gap-2.5 border-b border-subtle px-3 py-1 last:border-b-0">
    <span className="min-w-0 grow truncate" title={what}>{what}</span>
    <span className="max-w-44 shrink-0 truncate text-xs text-muted">{where}</span>
    {end}
    {children}
  </li>
)

/** Leaves the dialog for the step: nothing was erased yet. */
function Show({ tract, message, current }: { readonly tract: TractId; readonly message: MessageId; readonly current: Current }) {
  const open = (): void => {
    closeDialog()
    setTimeout(() => void openLink(tract, message, current), 0) // closed first, so that the closing doesn't take the focus back
  }
  return <LinkButton onClick={open}>show</LinkButton>
}
