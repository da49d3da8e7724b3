import { words as inWords } from '../words/words.ts'
import { useQuery } from '@tanstack/react-query'
import { Bookmark, CopyPlus, GitBranch, GitMergeConflict, Sigma } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { StepView } from '../../main/contract/history.ts'
import { switchTo } from '../commands/switchTo.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { pendingMergeQuery } from '../queries/joins.ts'
import type { Current } from '../queries/useCurrent.ts'
import { focusMessage } from '../state/selection.ts'
import { openDialog } from '../state/view.ts'
import type { MessageId } from '../../core/model/ids.ts'
import type { StepPlace } from './stepPlace.ts'
import { StepSection } from './StepSection.tsx'

type Props = { readonly current: Current; readonly place: StepPlace; readonly view: StepView }
type Touch = { readonly key: string; readonly icon: LucideIcon; readonly words: string; readonly act: string; readonly run: () => void }

/** What else in the tract has to do with a step: branches that start at it, bookmarks, a merge that waits, summaries, what it was copied from. Nothing where nothing has. */
export function TouchedBy({ current, place, view }: Props) {
  const waits = current.overview.status.pending.merge !== null
  const { data: merge } = useQuery({ ...pendingMergeQuery(current.tract, current.branch), enabled: waits })
  const message = view.message?.messageId
  const isInMerge = waits && message !== undefined && merge?.conflicts.some(({ messages }) => messages.includes(message)) === true
  const touches: readonly Touch[] = [
    ...(isInMerge ? [{ key: 'merge', icon: GitMergeConflict, words: inWords().mergeOfWaits.replace('{branch}', merge?.branch ?? ''), act: 'Decide', run: () => openDialog({ kind: 'mergeEditor' }) }] : []),
    ...place.starts.map((name) => ({ key: `branch ${name}`, icon: GitBranch, words: place.row?.branches.includes(name) === true ? `${name} ends here` : `${name} starts here`, act: 'Open', run: () => void switchTo(current.tract, name) })),
    ...(place.row?.tags ?? view.tags).map((name) => ({ key: `tag ${name}`, icon: Bookmark, words: `Bookmarked as ${name}`, act: '', run: () => {} })),
    ...linked(view),
  ]
  if (touches.length === 0) return null
  return (
    <StepSection title="Touched by">
      <ul className="grid gap-1.5">
        {touches.map(({ key, icon: Icon, words, act, run }) => (
          <li key={key} className="flex min-h-8.5 items-center gap-2 rounded-md px-2.5 py-1.5 text-sm inset-ring inset-ring-line">
            <Icon size={14} className="shrink-0 text-muted" />
            <span className="min-w-0 grow wrap-break-word">{words}</span>
            {act !== '' && (
              <LinkButton tone="accent" aria-label={`${act}: ${words}`} onClick={run}>
                {act}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </StepSection>
  )
}

/** Other steps that it has to do with. */
function linked({ commit, message }: StepView): readonly Touch[] {
  const show = (step: MessageId) => ({ act: 'Show', run: () => focusMessage(step, 'command') })
  const summaries = message?.why.kind === 'compressed' ? message.why.all : []
  const origin = (commit.kind === 'append' || commit.kind === 'compress') && commit.origin !== null && commit.origin !== (commit.hash as string) ? commit.origin : null
  return [
    ...summaries.map((summary) => ({ key: `summary ${summary}`, icon: Sigma, words: 'A summary stands for it', ...show(summary) })),
    ...(origin === null ? [] : [{ key: 'origin', icon: CopyPlus, words: `A copy of step ${origin.slice(0, 4)}`, act: '', run: () => {} }]),
  ]
}
