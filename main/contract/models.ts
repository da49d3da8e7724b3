import { type } from '@orpc/contract'
import { z } from 'zod'
import type { ModelPrice } from '../../core/model/price.ts'
import { procedure } from './base.ts'
import { modelName } from './providers.ts'

/** Where a price comes from: somebody entered it, the table that comes with the app, the model runs on this machine, or nobody knows it. */
export type PriceSource = 'own' | 'table' | 'free' | 'unknown'
export type KnownPrice = { readonly price: ModelPrice | null; readonly from: PriceSource }

/** One model of a provider that could be asked now. */
export type ModelRow = KnownPrice & {
  readonly provider: string
  readonly model: string
  /** null where nobody told. */
  readonly contextTokens: number | null
  readonly maxOutputTokens: number | null
  /** The price of the table, which an entered one stands over; null where it has none. */
  readonly tablePrice: ModelPrice | null
}
export type ModelsView = { /** When the table of prices was last compared with the providers', as YYYY-MM-DD. */ readonly pricesAsOf: string; readonly rows: readonly ModelRow[] }

const usd = z.number().min(0).max(100_000)

export const models = {
  models: procedure.output(type<ModelsView>()),
  /** Sets what a model costs, wherever it is asked; null goes back to the table. In US dollars per million tokens. */
  setPrice: procedure
    .input(z.strictObject({ model: modelName, price: z.strictObject({ inputUsd: usd, cachedInputUsd: usd.nullable(), outputUsd: usd }).nullable() }))
    .output(type<ModelsView>()),
}
