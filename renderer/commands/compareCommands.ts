import { Split } from 'lucide-react'
import { openDialog } from '../state/view.ts'
import { plainText, textOf } from '../words/contents.ts'
import type { Command } from './command.ts'
import { questionFor } from './questionFor.ts'

/** Several answers to one question, to be compared. */
export const compareCommands = {
  'step.tryWays': {
    id: 'step.tryWays', group: 'step', scope: 'list', icon: Split, keys: ['T'],
    title: () => 'Try several ways…',
    whyNot: (context) => (context.target === null ? 'Choose a question or an answer' : questionFor(context) === null ? 'Only for questions and answers' : null),
    run: (context) => {
      const question = questionFor(context)
      if (question === null) return
      const next = context.messages[context.messages.indexOf(question) + 1]
      openDialog({ kind: 'tryWays', question: question.messageId, excerpt: plainText(textOf(question.content), 60), hasAnswer: next?.role === 'assistant' })
    },
  },
} as const satisfies Record<string, Command>
