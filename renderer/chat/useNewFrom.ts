import { useEffect, useState } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { seenAt } from '../state/lastSeen.ts'
import { firstAfter } from './listMarks.ts'

/**
 * The first message that came while one looked elsewhere: at another branch, or not at the window at all. Gone with the next message one sends.
 * `messages` is null while they are read: those that were read before may lack what came.
 */
export function useNewFrom(tract: TractId, branch: string, messages: readonly TranscriptMessage[] | null, sent: number): MessageId | null {
  const [found, setFound] = useState<{ readonly from: MessageId | null; readonly sent: number } | null>(null)
  if (found === null && messages !== null) setFound({ from: firstAfter(messages, seenAt(tract, branch)), sent })
  useEffect(() => {
    const onReturn = (): void => {
      if (document.visibilityState === 'visible') setFound(null)
    }
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [])
  return found?.sent === sent ? found.from : null
}
