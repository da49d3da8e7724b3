import type { LucideIcon } from 'lucide-react'
import type { CommandContext } from './context.ts'

export type CommandGroup = 'step' | 'talk' | 'branch' | 'tract' | 'view' | 'app'
/**
 * Where its keys act. `anywhere`: also while typing. `page`: not while typing, so that a field keeps its own undo. `list`: only while a list of
 * steps or the rail has the focus. `tracts`: only in the list of tracts. `composer`: the composer itself listens.
 */
export type CommandScope = 'anywhere' | 'page' | 'list' | 'tracts' | 'composer'

/** One thing a person can do, told once for menus, buttons, tooltips, keys and the palette. */
export type Command = {
  readonly id: string
  readonly group: CommandGroup
  readonly scope: CommandScope
  readonly icon: LucideIcon
  /** The first one is shown. */
  readonly keys: readonly string[]
  /** As it stands now: "Undo hide 1 step". */
  readonly title: (context: CommandContext) => string
  /** Other words that people look for it by; those of the other wording count by themselves. */
  readonly also?: string
  /** Quiet words beside the title in the palette. */
  readonly sub?: (context: CommandContext) => string | null
  /** Why it can't be done now; null when it can. */
  readonly whyNot: (context: CommandContext) => string | null
  /** It writes nothing on the branch, so it can be done while an old step is looked at. Only asked of the groups step, talk and branch. */
  readonly whileLooking?: true
  /** Of scope `page`: its keys act in the composer too while nothing is written there. Not on a Mac, where they move by words. */
  readonly inEmptyComposer?: true
  /** Where it can't be done, its keys are another command's. */
  readonly sharesKeys?: true
  readonly run: (context: CommandContext) => unknown
}

export const can = (): null => null
export const needsTract = ({ overview }: CommandContext): string | null => (overview === null ? 'Nothing is open yet' : null)
/** For what is done to a step of the open branch. */
export const needsStep = ({ asked, target }: CommandContext): string | null => (target !== null ? null : asked === null ? 'Choose a step first' : 'It is on another branch')
