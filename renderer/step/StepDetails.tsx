import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { StepView } from '../../main/contract/history.ts'
import { whenWords } from '../chat/answerFacts.ts'
import { ErasedText, goneAt } from '../chat/ErasedText.tsx'
import { HeadLine, HeadName } from '../chat/MessageHead.tsx'
import { nameOf } from '../chat/messageName.ts'
import { versionsQuery } from '../queries/history.ts'
import type { Current } from '../queries/useCurrent.ts'
import { HashButton } from './HashButton.tsx'
import { MadeFacts } from './MadeFacts.tsx'
import { SeenFacts } from './SeenFacts.tsx'
import type { StepPlace } from './stepPlace.ts'
import { StepSection } from './StepSection.tsx'
import { StepText } from './StepText.tsx'
import { StepVersions } from './StepVersions.tsx'
import { TouchedBy } from './TouchedBy.tsx'

type Props = { readonly current: Current; readonly place: StepPlace; readonly view: StepView; readonly message: TranscriptMessage }

/** A step that brought a message. */
export function StepDetails({ current, place, view, message }: Props) {
  const { tract } = current
  const { data } = useQuery({ ...versionsQuery(tract, place.branch, message.messageId), enabled: message.versions > 1 })
  const versions = message.versions > 1 ? (data?.versions ?? []) : []
  const [chosen, setChosen] = useState<number | null>(null)
  const shown = chosen ?? versions.findIndex(({ isCurrent }) => isCurrent)
  const [before, version] = [versions[shown - 1], versions[shown]]
  const gone = version === undefined ? goneAt(message) : (version.goneAt ?? null)
  const where = { tract, branch: place.branch }
  return (
    <>
      <div className="grid grid-cols-1 gap-1.5">
        <HeadLine>
          <HeadName>{nameOf(message)}</HeadName>
          {message.generationConfig?.temperature !== undefined && <span>T {message.generationConfig.temperature}</span>}
          <time title={new Date(message.createdAt).toLocaleString()}>{whenWords(message.createdAt)}</time>
          <span className="grow" />
          <HashButton hash={place.hash} branch={place.branch} />
        </HeadLine>
        <div className="max-h-[50vh] overflow-y-auto text-read select-text" tabIndex={0} role="group" aria-label="Text">
          {gone === null ? <StepText content={version?.content ?? message.content} role={message.role} before={before?.goneAt === undefined ? (before?.content ?? null) : null} /> : <ErasedText at={gone} />}
        </div>
      </div>
      {versions.length > 1 && (
        <StepSection title="Versions">
          <StepVersions message={message} place={where} versions={versions} shown={shown} onShow={setChosen} />
        </StepSection>
      )}
      <StepSection title="What the model sees">
        <SeenFacts current={current} place={place} message={message} />
      </StepSection>
      <StepSection title="How it was made">
        <MadeFacts message={message} place={where} />
      </StepSection>
      <TouchedBy current={current} place={place} view={view} />
    </>
  )
}
