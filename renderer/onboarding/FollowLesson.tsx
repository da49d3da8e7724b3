import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { transcriptQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { tick, useLesson } from '../state/lesson.ts'
import type { Lesson } from '../state/lesson.ts'
import { useView } from '../state/view.ts'
import { doneNow } from './tasks.ts'

/** Draws nothing: ticks the tasks of the sample as they are done, wherever and however that is. */
export function FollowLesson() {
  const lesson = useLesson((state) => state.lesson)
  const current = useCurrent()
  if (lesson === null || current?.tract !== lesson.tract) return null
  return <Follow lesson={lesson} current={current} />
}

function Follow({ lesson, current: { tract, branch, overview } }: { readonly lesson: Lesson; readonly current: Current }) {
  const { data: transcript } = useQuery(transcriptQuery(tract, branch))
  const isComparing = useView((view) => view.page.kind === 'compare')
  useEffect(() => {
    if (transcript === undefined) return
    const seen = doneNow(lesson, { messages: transcript.items, branchCount: overview.branches.length, isComparing, canRedo: overview.undo.redo !== null })
    const fresh = seen.filter((id) => !lesson.done.includes(id))
    if (fresh.length > 0) tick(fresh)
  }, [lesson, transcript, overview, isComparing])
  return null
}
