import type { StepView } from '../../main/contract/history.ts'
import type { Current } from '../queries/useCurrent.ts'
import { whenWords } from '../chat/answerFacts.ts'
import { HeadLine, HeadName } from '../chat/MessageHead.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { stepText } from '../graph/describeRow.ts'
import { focusMessage } from '../state/selection.ts'
import { authorName } from '../words/authors.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'
import { HashButton } from './HashButton.tsx'
import { KeyValues } from './KeyValues.tsx'
import { SizeHere } from './SeenFacts.tsx'
import type { StepPlace } from './stepPlace.ts'
import { StepSection } from './StepSection.tsx'
import { TouchedBy } from './TouchedBy.tsx'

/** A step that brings no message of its own: branches brought together. */
export function MergeDetails({ current, place, view }: { readonly current: Current; readonly place: StepPlace; readonly view: StepView }) {
  const words = useWords()
  const { commit } = view
  const decided = 'resolutions' in commit ? commit.resolutions.length : 0
  return (
    <>
      <div className="grid grid-cols-1 gap-1.5">
        <HeadLine>
          <HeadName>{words.mergedTitle}</HeadName>
          <time title={new Date(commit.createdAt).toLocaleString()}>{whenWords(commit.createdAt)}</time>
          <span className="grow" />
          <HashButton hash={place.hash} branch={place.branch} />
        </HeadLine>
        <p className="text-read">{commit.message}</p>
      </div>
      <StepSection title="What it joined">
        <ul className="grid gap-1">
          {place.before.map((row, at) => (
            <li key={row.hash} className="flex items-center gap-2 text-sm">
              <span className="num w-4 shrink-0 text-muted">{at + 1}</span>
              <LinkButton className="min-w-0 truncate text-left" onClick={() => focusMessage(row.messageId, 'command')}>
                {row.isMerge ? words.merged : stepText(row)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </StepSection>
      <StepSection title="What the model sees">
        <KeyValues rows={[['In context', 'nothing of its own'], ['Compiled size here', <SizeHere key="size" current={current} place={place} />]]} />
      </StepSection>
      <StepSection title="How it was made">
        <KeyValues rows={[['Made by', authorName(commit.author)], ['Decided', decided === 0 ? 'nothing had to be' : counted(decided, 'conflict')]]} />
      </StepSection>
      <TouchedBy current={current} place={place} view={view} />
    </>
  )
}
