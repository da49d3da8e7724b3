import { ChevronLeft, ChevronRight, CornerDownLeft } from 'lucide-react'
import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from '../../core/model/ids.ts'
import type { Operation } from '../../core/model/operation.ts'
import { queryClient } from '../queries/client.ts'
import { lookAsOf, stopLooking } from '../queries/lookAsOf.ts'
import { operationsQuery } from '../queries/operations.ts'
import { showNow } from '../state/asOf.ts'
import { needsTract } from './command.ts'
import type { Command } from './command.ts'
import type { CommandContext } from './context.ts'

/** Showing all panes as they were. */
export const timelineCommands = {
  'timeline.back': {
    id: 'timeline.back', group: 'view', scope: 'page', icon: ChevronLeft, keys: [],
    title: () => 'Show how it was one act before',
    whyNot: (context) => needsTract(context) ?? (shownAt(context) <= 0 ? 'Nothing was done before' : null),
    run: (context) => go(context, shownAt(context) - 1),
  },
  'timeline.forward': {
    id: 'timeline.forward', group: 'view', scope: 'page', icon: ChevronRight, keys: [],
    title: () => 'Show how it was one act later',
    whyNot: ({ asOf }) => (asOf === null ? 'This is now' : null),
    run: (context) => go(context, shownAt(context) + 1),
  },
  'timeline.now': {
    id: 'timeline.now', group: 'view', scope: 'page', icon: CornerDownLeft, keys: [],
    title: () => 'Back to now',
    whyNot: ({ asOf }) => (asOf === null ? 'This is now' : null),
    run: () => {
      stopLooking()
      showNow()
    },
  },
} as const satisfies Record<string, Command>

/** Oldest first, as far as it is read: the timeline reads all of it. */
const readActs = ({ tract }: CommandContext): readonly Operation[] =>
  tract === null ? [] : (queryClient.getQueryData<InfiniteData<Page<Operation>>>(operationsQuery(tract).queryKey)?.pages.flatMap(({ items }) => items).toReversed() ?? [])

function shownAt(context: CommandContext): number {
  const acts = readActs(context)
  const found = context.asOf === null ? -1 : acts.findIndex(({ id }) => id === context.asOf?.operation)
  return found < 0 ? acts.length - 1 : found
}

function go(context: CommandContext, to: number): unknown {
  const acts = readActs(context)
  const act = acts[to]
  if (context.tract === null || act === undefined) return undefined
  if (to < acts.length - 1) return lookAsOf(context.tract, act, to + 1, acts.length)
  stopLooking()
  return showNow()
}
