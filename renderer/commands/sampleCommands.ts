import { GraduationCap, Play } from 'lucide-react'
import { attempt } from '../faults/attempt.ts'
import { openSample } from '../queries/tracts.ts'
import { focusMessage } from '../state/selection.ts'
import { revealPane } from '../state/layout.ts'
import { showLesson, startLesson, useLesson } from '../state/lesson.ts'
import { showTract } from '../state/view.ts'
import { can } from './command.ts'
import type { Command } from './command.ts'
import { readOnlyWords } from './whileReadOnly.ts'

/** The conversation to learn on, and its tasks. */
export const sampleCommands = {
  'sample.open': {
    id: 'sample.open', group: 'app', scope: 'page', icon: Play, keys: [],
    title: () => 'Open the sample',
    whyNot: ({ app }) => (app !== null && app.file.readOnly !== null ? readOnlyWords : null),
    run: async () => {
      const opened = await attempt(openSample)
      if (opened === undefined) return
      startLesson(opened.summary.id, opened.steps)
      showTract(opened.summary.id)
      const [first] = opened.steps.noise
      if (first !== undefined) focusMessage(first, 'command')
    },
  },
  'sample.tasks': {
    id: 'sample.tasks', group: 'app', scope: 'page', icon: GraduationCap, keys: [],
    title: () => (useLesson.getState().lesson?.isShown ? 'Put the tasks of the sample away' : 'Show the tasks of the sample'),
    whyNot: ({ tract }) => (useLesson.getState().lesson === null ? 'Open the sample first' : useLesson.getState().lesson?.tract === tract ? can() : 'They belong to the sample: open it'),
    run: () => {
      const isShown = !useLesson.getState().lesson?.isShown
      showLesson(isShown)
      if (isShown) revealPane('xray')
    },
  },
} as const satisfies Record<string, Command>
