import { useMemo, useSyncExternalStore } from 'react'
import { currentContext, onContextChange } from '../commands/context.ts'
import { useAttachments } from '../state/attachments.ts'
import { useDraft } from '../state/drafts.ts'
import { draftTokens } from './draftTokens.ts'
import type { Place } from './place.ts'

/** Roughly how many tokens the next message would add, with what it quotes and its files; nothing while none is written. */
export function useDraftTokens({ tract, branch }: Place): number {
  const draft = useDraft(tract, branch)
  const files = useAttachments(tract, branch)
  const messages = useSyncExternalStore(onContextChange, () => currentContext().messages)
  return useMemo(() => draftTokens(draft, files, messages), [draft, files, messages])
}
