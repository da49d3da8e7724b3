import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'

/** The answer whose facts are shown; one at a time. */
export const useAnswerInfo = create<{ readonly open: MessageId | null }>()(() => ({ open: null }))

export const showAnswerInfo = (open: MessageId | null): void => useAnswerInfo.setState({ open })
