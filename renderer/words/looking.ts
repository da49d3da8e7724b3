import type { TractOverview } from '../../main/contract/tracts.ts'
import { counted } from './numbers.ts'
import type { Words } from './words.ts'

/** How many messages a branch has beyond the step that is looked at; null where it doesn't lead there, or none is. */
export const stepsBackOf = ({ detached }: Pick<TractOverview, 'detached'>, branch: string): number | null =>
  detached?.branches.find(({ name }) => name === branch)?.stepsBack ?? null

/** "3 steps back". After its last message a branch may still have corrections, pins and the like. */
export const backWords = (stepsBack: number, words: Pick<Words, 'step' | 'steps'>): string =>
  stepsBack <= 0 ? 'before its last changes' : `${counted(stepsBack, words.step, words.steps)} back`
