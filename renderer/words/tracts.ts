import type { TractSummary } from '../../core/model/tractSummary.ts'

/** What a tract is called on the screen; one that was never named still needs words. */
export const tractName = ({ name }: Pick<TractSummary, 'name'>): string => (name.trim() === '' ? 'Untitled tract' : name)
