import { dryRun } from '../history/dryRun.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import type { Change } from '../model/diff.ts'
import { Fault } from '../model/fault.ts'
import type { ChangedMessage, ProposedAction, ProposedEffect } from '../model/proposal.ts'
import type { Toolbox } from './toolbox.ts'

/** What an act would come to now; null where only a model can tell. Texts are left out: they must not outlive what they are about. Faults: those of the act. */
export function effectOf(tract: TractHandle, toolbox: Toolbox, action: ProposedAction): ProposedEffect | null {
  if (toolbox.asksModel(action)) return null
  const { effect } = dryRun(tract, () => void toolbox.run(tract, action, {}))
  const { tokensBefore, tokensAfter, changes, refs, warnings } = effect
  return { tokensBefore, tokensAfter, changes: changes.map(toChanged), refs: refs.map(({ ref }) => ref), warnings }
}

/** The same where it may be that it can't be done any more: null then too. */
export function effectNow(tract: TractHandle, toolbox: Toolbox, action: ProposedAction): ProposedEffect | null {
  try {
    return effectOf(tract, toolbox, action)
  } catch (error) {
    if (Fault.is(error) && error.kind === 'user') return null
    throw error
  }
}

/** Whether both would do the same to the same messages. */
export const isSameEffect = (a: ProposedEffect, b: ProposedEffect): boolean => canonicalJson(footprint(a)) === canonicalJson(footprint(b))

const footprint = ({ tokensBefore, tokensAfter, changes, refs, warnings }: ProposedEffect) => ({
  delta: tokensAfter - tokensBefore, changes, refs, warnings: warnings.map(({ code, messages }) => ({ code, messages })),
})

/** A commit that was only rehearsed gets another hash when it is made: a summary is known by what it stands for. */
function toChanged(change: Change): ChangedMessage {
  switch (change.kind) {
    case 'compressed':
    case 'expanded':
      return { kind: change.kind, messages: change.messages }
    case 'added':
      return { kind: change.kind, messages: [] }
    default:
      return { kind: change.kind, messages: [change.messageId] }
  }
}
