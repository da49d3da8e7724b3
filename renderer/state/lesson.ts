import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { SampleSteps } from '../../main/contract/tracts.ts'
import type { TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'

export type TaskId = 'hide' | 'correct' | 'pin' | 'branch' | 'compare' | 'compress' | 'undo'
export type Lesson = { readonly tract: TractId; readonly steps: SampleSteps; /** What was done once stays done. */ readonly done: readonly TaskId[]; readonly isShown: boolean }

/** The tasks of the sample that was opened last. They belong to the viewer, not to the file. */
export const useLesson = create<{ readonly lesson: Lesson | null }>()(persist(() => ({ lesson: null as Lesson | null }), { name: 'lesson', version: 1, storage: inBrowser() }))

export function startLesson(tract: TractId, steps: SampleSteps): void {
  useLesson.setState({ lesson: { tract, steps, done: [], isShown: true } })
}
export function tick(ids: readonly TaskId[]): void {
  change(({ done }) => ({ done: [...done, ...ids.filter((id) => !done.includes(id))] }))
}
export const showLesson = (isShown: boolean): void => change(() => ({ isShown }))

function change(what: (lesson: Lesson) => Partial<Lesson>): void {
  useLesson.setState(({ lesson }) => ({ lesson: lesson === null ? null : { ...lesson, ...what(lesson) } }))
}
