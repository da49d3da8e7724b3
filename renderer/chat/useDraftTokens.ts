import { useMemo } from 'react'
import { useAttachments } from '../state/attachments.ts'
import type { AttachedFile } from '../state/attachments.ts'
import { useDraft } from '../state/drafts.ts'
import { roughTokens } from './answerFacts.ts'
import type { Place } from './place.ts'

/** Roughly how many tokens the next message would add, files with it; nothing while none is written. */
export function useDraftTokens({ tract, branch }: Place): number {
  const { text } = useDraft(tract, branch)
  const files = useAttachments(tract, branch)
  const fileTokens = useMemo(() => files.reduce((sum, file) => sum + attachedTokens(file), 0), [files])
  return roughTokens(text) + fileTokens
}

const counted = new WeakMap<AttachedFile, number>()

/** Counted once a file: it may be a million letters long. */
export function attachedTokens(file: AttachedFile): number {
  const known = counted.get(file)
  if (known !== undefined) return known
  const tokens = roughTokens(file.content)
  counted.set(file, tokens)
  return tokens
}
