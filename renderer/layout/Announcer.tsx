import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { LiveReply } from '../../main/contract/chat.ts'
import { chatStateQuery, isAnswered, useShownLive } from '../queries/chat.ts'
import { transcriptQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { announce, useAnnouncement } from '../state/announcement.ts'
import { counted } from '../words/numbers.ts'

/** The one place that speaks of the answer while it is written: the chat itself stays silent, or every word would be told. */
export function Announcer() {
  const text = useAnnouncement((announcement) => announcement.text)
  const current = useCurrent()
  return (
    <>
      <p role="status" className="sr-only">{text}</p>
      {current !== null && <ReplyVoice key={`${current.tract} ${current.branch}`} current={current} />}
    </>
  )
}

/** Says that an answer begins on the open branch, and what became of it. One that failed has an alert of its own. */
function ReplyVoice({ current: { tract, branch } }: { readonly current: Current }) {
  const live = useShownLive(tract, branch)
  const newest = useQuery(transcriptQuery(tract, branch)).data?.items.at(-1)
  const stopped = useQuery(chatStateQuery(tract)).data?.partials
  const before = useRef<LiveReply | null>(null)
  useEffect(() => {
    const ended = before.current
    before.current = live
    if (live?.call === ended?.call) return
    if (live !== null) return announce('Generating')
    if (ended !== null) announce(stopped?.some((partial) => partial.call === ended.call) === true ? 'The answer stopped; what arrived is kept' : completeWords(ended, newest))
    // Only the beginning and the end of an answer are told.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [live?.call])
  return null
}

const completeWords = (ended: LiveReply, newest: TranscriptMessage | undefined): string => (newest !== undefined && isAnswered(ended, newest) ? `Response complete, ${counted(newest.tokens, 'token')}` : '')
