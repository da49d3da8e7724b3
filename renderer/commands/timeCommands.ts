import { CornerDownLeft, History } from 'lucide-react'
import { focusedStep } from '../graph/focusedStep.ts'
import { words } from '../words/words.ts'
import type { Command } from './command.ts'
import { goToStep, returnToBranch } from './goToStep.ts'

/** Looking at a tract as it was at an old step, and coming back. */
export const timeCommands = {
  'step.goTo': {
    id: 'step.goTo', also: 'checkout detach', group: 'step', scope: 'list', icon: History, keys: ['O'], whileLooking: true,
    title: () => words().goTo,
    whyNot: (context) => {
      const step = focusedStep(context)
      if (step === null) return `Choose a ${words().step} first`
      return step.hash === context.overview?.status.head.commit ? 'You are here' : null
    },
    run: (context) => {
      const step = focusedStep(context)
      return context.tract !== null && step !== null && goToStep(context.tract, step.hash)
    },
  },
  'head.return': {
    id: 'head.return', group: 'branch', scope: 'anywhere', icon: CornerDownLeft, keys: ['Mod+Shift+G'], whileLooking: true,
    title: ({ branch, at }) => (at === null || branch === null ? `${words().goBack} the branch` : `${words().goBack} ${branch}`),
    whyNot: ({ at, overview }) => (at === null ? 'You are at the end of a branch' : overview?.branches.length === 0 ? 'There is no branch to return to' : null),
    run: ({ tract }) => tract !== null && returnToBranch(tract),
  },
} as const satisfies Record<string, Command>
