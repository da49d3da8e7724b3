import { type } from '@orpc/contract'
import { z } from 'zod'
import { procedure, providerId } from './base.ts'
import { models } from './models.ts'
import { operations } from './operations.ts'
import { modelName, providers } from './providers.ts'
import type { Settings } from './settingsView.ts'

export type * from './models.ts'
export type * from './operations.ts'
export type * from './settingsView.ts'

export const settings = {
  get: procedure.output(type<Settings>()),
  update: procedure
    .input(z.strictObject({ theme: z.enum(['system', 'light', 'dark']).optional(), enterSends: z.boolean().optional() }))
    .output(type<Settings>()),
  chooseModel: procedure
    .input(z.strictObject({ provider: providerId, model: modelName, temperature: z.number().min(0).max(2).nullable().optional() }))
    .output(type<Settings>()),
  ...providers,
  ...models,
  ...operations,
}
