import { type } from '@orpc/contract'
import { z } from 'zod'
import { appearanceChange } from './appearance.ts'
import { procedure, providerId } from './base.ts'
import { models } from './models.ts'
import { operations } from './operations.ts'
import { modelName, providers } from './providers.ts'
import type { Settings } from './settingsView.ts'

export type * from './models.ts'
export type * from './operations.ts'
export type * from './settingsView.ts'

/** Of each command that is named: its keys from now on, or null for those it comes with. What isn't named stays. */
const ownKeys = z.record(z.string().min(1).max(80), z.array(z.string().min(1).max(60)).max(6).nullable())

/** `tell` adds one to those that were told, `forget` has all of them told again. */
const tips = z.strictObject({ areOn: z.boolean().optional(), tell: z.string().min(1).max(80).optional(), forget: z.literal(true).optional() })

export const settings = {
  get: procedure.output(type<Settings>()),
  update: procedure
    .input(z.strictObject({ theme: z.enum(['system', 'light', 'dark']).optional(), enterSends: z.boolean().optional(), keys: ownKeys.optional(), appearance: appearanceChange.optional(), tips: tips.optional() }))
    .output(type<Settings>()),
  /** Takes the last change back, of those made since the app started; `undone` names what it was about and is empty where none is left. A deleted key doesn't come back. */
  undo: procedure.output(type<{ readonly settings: Settings; readonly undone: readonly string[] }>()),
  chooseModel: procedure
    .input(z.strictObject({ provider: providerId, model: modelName, temperature: z.number().min(0).max(2).nullable().optional() }))
    .output(type<Settings>()),
  ...providers,
  ...models,
  ...operations,
}
