import { GitBranchPlus, Link2, Quote, RefreshCw, ScanEye, Search } from 'lucide-react'
import { quoteStep } from '../chat/quoteStep.ts'
import { attempt } from '../faults/attempt.ts'
import { chooseLens, useLens } from '../state/lens.ts'
import { openFind } from '../state/find.ts'
import { showToast } from '../state/toasts.ts'
import { openDialog } from '../state/view.ts'
import { stepLink } from '../search/stepLink.ts'
import { plainText, textOf } from '../words/contents.ts'
import { needsStep, needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { correct } from './correct.ts'
import { inTalk } from './inTalk.ts'
import { questionFor } from './questionFor.ts'

/** What the chat offers beside the acts every list of steps has. */
export const chatCommands = {
  'chat.lens': {
    id: 'chat.lens', group: 'view', scope: 'anywhere', icon: ScanEye, keys: ['Mod+Shift+V'],
    title: () => (useLens.getState().lens === 'happened' ? 'Show the chat as the model sees it' : 'Show the chat as it happened'),
    whyNot: needsTract,
    run: () => chooseLens(useLens.getState().lens === 'happened' ? 'seen' : 'happened'),
  },
  'chat.find': {
    id: 'chat.find', group: 'view', scope: 'anywhere', icon: Search, keys: ['Mod+F'],
    title: () => 'Find in the chat…',
    sub: () => 'hidden and folded steps too',
    whyNot: (context) => needsTract(context) ?? (context.overview?.status.commitCount === 0 ? 'There is nothing to find yet' : null),
    run: () => inTalk(openFind),
  },
  'step.editBranch': {
    id: 'step.editBranch', group: 'step', scope: 'list', icon: GitBranchPlus, keys: ['Shift+E'],
    title: () => 'Correct on a new branch',
    whyNot: (context) => needsStep(context) ?? (context.target !== null && isText(context) ? null : 'Only text can be corrected here'),
    run: ({ target }) => target !== null && correct(target.messageId, 'branch'),
  },
  'step.retryWith': {
    id: 'step.retryWith', group: 'step', scope: 'list', icon: RefreshCw, keys: ['Shift+Y'],
    title: () => 'Retry with…',
    sub: () => 'another model, temperature, several copies',
    whyNot: (context) => needsStep(context) ?? (questionFor(context) === null ? 'Only for questions and answers' : null),
    run: (context) => {
      const question = questionFor(context)
      if (question === null) return
      const next = context.messages[context.messages.indexOf(question) + 1]
      openDialog({ kind: 'retryWith', question: question.messageId, excerpt: plainText(textOf(question.content), 60), hasAnswer: next?.role === 'assistant' })
    },
  },
  'step.quote': {
    id: 'step.quote', group: 'step', scope: 'list', icon: Quote, keys: [], whileLooking: true,
    title: () => 'Quote in the next message',
    whyNot: needsStep,
    run: ({ target }) => target !== null && quoteStep(target.messageId),
  },
  'step.copyLink': {
    id: 'step.copyLink', group: 'step', scope: 'list', icon: Link2, keys: [], whileLooking: true,
    title: () => 'Copy link',
    sub: () => 'opens here from Search all texts',
    whyNot: needsStep,
    run: async ({ tract, target }) => {
      if (tract === null || target === null) return
      const isCopied = await attempt(() => navigator.clipboard.writeText(stepLink(tract, target.messageId)).then(() => true))
      if (isCopied) showToast({ tone: 'done', text: 'Copied the link' })
    },
  },
} as const satisfies Record<string, Command>

const isText = ({ target }: CommandContext): boolean => target?.content.type === 'dialogue' || target?.content.type === 'instruction'
