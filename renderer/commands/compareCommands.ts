import { Columns2, MessageSquareText, Split } from 'lucide-react'
import { openDialog, showCompare, showTalk, useView } from '../state/view.ts'
import { plainText, textOf } from '../words/contents.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { questionFor } from './questionFor.ts'

/** Looking at branches side by side. */
export const compareCommands = {
  'view.talk': {
    id: 'view.talk', group: 'view', scope: 'anywhere', icon: MessageSquareText, keys: ['Alt+1'],
    title: () => 'Talk',
    whyNot: () => (useView.getState().page.kind === 'talk' ? 'It is shown already' : null),
    run: () => showTalk(),
  },
  'view.compare': {
    id: 'view.compare', group: 'view', scope: 'anywhere', icon: Columns2, keys: ['Alt+4', 'Mod+Shift+D'],
    title: () => 'Compare branches',
    whyNot: (context) => needsTract(context) ?? ((context.overview?.branches.length ?? 0) < 2 ? 'There is no other branch to compare with' : null),
    run: (context) => showCompare(pairOf(context)),
  },
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

/** The open branch and the other one that was written to last. */
function pairOf({ overview, branch }: CommandContext): readonly string[] {
  const [other] = (overview?.branches ?? []).filter(({ name }) => name !== branch).toSorted((a, b) => b.updatedAt - a.updatedAt)
  return [branch, other?.name].filter((name) => name !== null && name !== undefined)
}
