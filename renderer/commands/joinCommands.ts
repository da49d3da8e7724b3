import { Bookmark, ClipboardCopy, CopyPlus, GitMerge, GitMergeConflict, ListRestart, SkipBack } from 'lucide-react'
import { branchesHolding, focusedStep, onlyOwnStep } from '../graph/focusedStep.ts'
import { takeSteps, useClipboard } from '../state/clipboard.ts'
import { dropChosen } from '../state/selection.ts'
import { showToast } from '../state/toasts.ts'
import { openDialog } from '../state/view.ts'
import { counted } from '../words/numbers.ts'
import { words } from '../words/words.ts'
import { firstKeyOf } from './boundKeys.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'
import { showKeys } from './keys.ts'

const put = { id: 'step.put', keys: ['V'] } as const
const putWords = (): string => (firstKeyOf(put) === undefined ? `choose “${words().pick}”` : `press ${showKeys(firstKeyOf(put) ?? '').join(' ')}`)

/** Bringing branches together, and moving their ends. Each opens a look at what it would do. */
export const joinCommands = {
  'branch.merge': {
    id: 'branch.merge', group: 'branch', scope: 'list', icon: GitMerge, keys: ['M'],
    title: () => `${words().merge}…`,
    whyNot: (context) => needsTract(context) ?? mergeWaits(context) ?? (otherBranch(context) === null ? 'There is no other branch' : null),
    run: (context) => {
      const from = otherBranch(context)
      if (from !== null) openDialog({ kind: 'join', act: { kind: 'merge', from } })
    },
  },
  'branch.continueMerge': {
    id: 'branch.continueMerge', group: 'branch', scope: 'page', icon: GitMergeConflict, keys: [],
    title: () => words().decideMerge,
    whyNot: ({ overview }) => (overview?.status.pending.merge ? null : words().noMergeWaits),
    run: () => openDialog({ kind: 'mergeEditor' }),
  },
  'branch.rebase': {
    id: 'branch.rebase', group: 'branch', scope: 'list', icon: ListRestart, keys: ['R'],
    title: () => `${words().rebase}…`,
    whyNot: (context) => needsTract(context) ?? mergeWaits(context) ?? (otherBranch(context) === null ? 'There is no other branch' : null),
    run: (context) => {
      const onto = otherBranch(context)
      if (onto !== null) openDialog({ kind: 'join', act: { kind: 'rebase', onto } })
    },
  },
  'step.take': {
    id: 'step.take', also: 'cherry pick', group: 'step', scope: 'list', icon: ClipboardCopy, keys: ['C'], whileLooking: true,
    title: () => `Take this ${words().step} along, to copy it elsewhere`,
    whyNot: (context) => (context.chosen.length === 0 && focusedStep(context) === null ? 'Choose a step first' : null),
    run: (context) => {
      const step = focusedStep(context)
      const steps = context.chosen.length > 0 ? context.chosen.map(({ messageId }) => messageId) : step === null ? [] : [step.messageId]
      if (context.tract === null || steps.length === 0) return
      takeSteps({ tract: context.tract, steps })
      dropChosen()
      showToast({ tone: 'done', text: `Took ${counted(steps.length, words().step, words().steps)} along`, hint: `Open another branch and ${putWords()} in the chat or the graph to copy it there.` })
    },
  },
  'step.put': {
    id: 'step.put', group: 'branch', scope: 'list', icon: CopyPlus, keys: put.keys,
    title: () => {
      const count = useClipboard.getState().taken?.steps.length ?? 0
      return count === 0 ? `${words().pick} what was taken along…` : `${words().pick}: ${counted(count, words().step, words().steps)} taken along…`
    },
    whyNot: ({ tract }) => {
      const { taken } = useClipboard.getState()
      if (taken === null) return `Take a ${words().step} along first`
      return taken.tract === tract ? null : 'What was taken along belongs to another tract'
    },
    run: () => {
      const { taken } = useClipboard.getState()
      if (taken !== null) openDialog({ kind: 'join', act: { kind: 'pick', refs: [...taken.steps] } })
    },
  },
  'step.reset': {
    id: 'step.reset', group: 'step', scope: 'list', icon: SkipBack, keys: ['Shift+R'],
    title: () => `${words().reset}…`,
    whyNot: (context) => onlyOwnStep(context) ?? mergeWaits(context),
    run: (context) => {
      const step = focusedStep(context)
      if (step !== null) openDialog({ kind: 'join', act: { kind: 'reset', to: step.hash } })
    },
  },
  'step.bookmark': {
    id: 'step.bookmark', group: 'step', scope: 'list', icon: Bookmark, keys: ["'"], whileLooking: true,
    title: () => `${words().bookmark}…`,
    whyNot: (context) => (focusedStep(context) === null ? 'Choose a step first' : null),
    run: (context) => {
      const step = focusedStep(context)
      if (step !== null) openDialog({ kind: 'bookmark', at: step.hash, excerpt: step.preview })
    },
  },
} as const satisfies Record<string, Command>

/** The branch the focused step belongs to, where that is another one; else the one written to last. */
function otherBranch(context: CommandContext): string | null {
  const { overview, branch, tract } = context
  const others = (overview?.branches ?? []).filter(({ name, commit }) => name !== branch && commit !== null)
  const step = focusedStep(context)
  const holding = tract === null || step === null || step.isOwn ? [] : branchesHolding(tract, step)
  const chosen = others.find(({ name }) => holding.includes(name)) ?? others.toSorted((a, b) => b.updatedAt - a.updatedAt)[0]
  return chosen?.name ?? null
}

const mergeWaits = ({ overview }: CommandContext): string | null => (overview?.status.pending.merge ? words().mergeWaits : null)
