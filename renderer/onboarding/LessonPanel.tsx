import { Check, Circle } from 'lucide-react'
import type { MessageId } from '../../core/model/ids.ts'
import { focusPane } from '../commands/focus.ts'
import { commands } from '../commands/registry.ts'
import { useCommand } from '../commands/useCommand.ts'
import { Keys } from '../components/Keys.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { Num } from '../components/Num.tsx'
import { cx } from '../components/cx.ts'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { arriveAt } from '../state/arrival.ts'
import { showLesson, useLesson } from '../state/lesson.ts'
import type { Lesson } from '../state/lesson.ts'
import { focusMessage } from '../state/selection.ts'
import { useView } from '../state/view.ts'
import { stepOf, tasks } from './tasks.ts'
import type { Task } from './tasks.ts'

/** The tasks of the sample, beside its chat, until they are skipped. */
export function LessonPanel() {
  const lesson = useLesson((state) => state.lesson)
  const tract = useCurrentTract()
  const isTalk = useView((view) => view.page.kind === 'talk')
  if (lesson === null || !lesson.isShown || lesson.tract !== tract || !isTalk) return null
  const next = tasks.find(({ id }) => !lesson.done.includes(id)) ?? null
  return (
    <section aria-label="Learn it in four minutes" className="border-b border-subtle text-sm">
      <header className="px-3.5 pt-3 pb-2.5">
        <h3 className="flex items-center font-semibold">
          {next === null ? 'All done' : 'Learn it in four minutes'}
          <span className="grow" />
          <span className="text-xs font-normal text-muted">
            <Num value={lesson.done.length} />/<Num value={tasks.length} />
          </span>
        </h3>
        <p className="mt-1 text-muted">{next === null ? 'You know the verbs. Everything here can be redone, and your own conversations work the same way.' : next.how}</p>
      </header>
      <ol className="border-t border-subtle py-1.5">
        {tasks.map((task) => (
          <TaskRow key={task.id} task={task} lesson={lesson} isNext={task === next} />
        ))}
      </ol>
      <div className="px-3.5 pb-3">
        <LinkButton onClick={() => showLesson(false)}>{next === null ? 'close' : 'skip the tasks'}</LinkButton>
      </div>
    </section>
  )
}

/** The keyboard goes along, so that the key beside the task does what it says. */
function goTo(step: MessageId | null): void {
  if (step === null) return focusPane('chat')
  focusMessage(step, 'command')
  arriveAt(step)
}

function TaskRow({ task, lesson, isNext }: { readonly task: Task; readonly lesson: Lesson; readonly isNext: boolean }) {
  const { keys } = useCommand(task.command)
  const isDone = lesson.done.includes(task.id)
  const step = stepOf(task.id, lesson)
  const hasListKey = commands[task.command].scope === 'list' // it acts where the steps are
  const words = (
    <>
      {isDone ? <Check size={16} className="text-success" /> : <Circle size={16} className={isNext ? 'text-accent-text' : 'text-muted'} />}
      <span className={cx('truncate', isDone && 'text-muted')}>{task.title}</span>
      <span className="grow" />
      {keys !== undefined && <Keys keys={keys} />}
    </>
  )
  const look = 'flex h-8 w-full items-center gap-2.5 px-3.5 text-left'
  return (
    <li aria-current={isNext ? 'step' : undefined} aria-label={`${task.title}${isDone ? ', done' : ''}`}>
      {step === null && !hasListKey ? (
        <div className={look}>{words}</div>
      ) : (
        <button type="button" title={step === null ? 'Go to the steps' : 'Show the step'} className={cx(look, 'press hover:bg-hover')} onClick={() => goTo(step)}>
          {words}
        </button>
      )}
    </li>
  )
}
