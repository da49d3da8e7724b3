/** What a model costs, in US dollars per million tokens. */
export type ModelPrice = {
  readonly inputUsd: number
  /** Input the provider had in its cache; null where it costs as much as other input. */
  readonly cachedInputUsd: number | null
  readonly outputUsd: number
}
/** Finds the price of a model, by the name it is asked under; null when none is known. */
export type Prices = (model: string) => ModelPrice | null
