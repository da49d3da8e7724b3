import { getProvider, viewSettings } from '../providers.ts'
import type { StoredSettings } from '../settings.ts'
import { procedures } from './base.ts'
import { change } from './changeSettings.ts'
import { models } from './models.ts'
import { operations } from './operations.ts'
import { providers } from './providers.ts'

export const settings = {
  get: procedures.settings.get.handler(({ context: { app } }) => viewSettings(app.settings.get(), app.keys)),
  update: procedures.settings.update.handler(({ context: { app }, input }) =>
    change(app, (now) => ({
      ...now,
      theme: input.theme ?? now.theme,
      enterSends: input.enterSends ?? now.enterSends,
      keys: changedKeys(now.keys, input.keys ?? {}),
      tips: changedTips(now.tips, input.tips ?? {}),
      appearance: { ...now.appearance, ...Object.fromEntries(Object.entries(input.appearance ?? {}).filter(([, value]) => value !== undefined)) },
    })),
  ),
  undo: procedures.settings.undo.handler(async ({ context: { app } }) => {
    const undone = app.undoSettings()
    return { undone, settings: await viewSettings(app.settings.get(), app.keys) }
  }),
  chooseModel: procedures.settings.chooseModel.handler(({ context: { app }, input }) => {
    getProvider(app.settings.get(), input.provider)
    const { provider, model } = input
    return change(app, (now) => ({ ...now, chat: { ...now.chat, provider, model, temperature: input.temperature === undefined ? (now.chat?.temperature ?? null) : input.temperature } }))
  }),
  ...providers,
  ...models,
  ...operations,
}

type Tips = StoredSettings['tips']

function changedTips({ areOn, told }: Tips, asked: { readonly areOn?: boolean | undefined; readonly tell?: string | undefined; readonly forget?: true | undefined }): Tips {
  const kept = asked.forget === true ? [] : told
  return { areOn: asked.areOn ?? areOn, told: asked.tell === undefined || kept.includes(asked.tell) ? kept : [...kept, asked.tell] }
}

type ChosenKeys = StoredSettings['keys']

/** null gives a command back the keys it comes with. */
function changedKeys(now: ChosenKeys, changes: { readonly [command: string]: readonly string[] | null }): ChosenKeys {
  const next = Object.entries({ ...now, ...changes }).filter((entry): entry is [string, string[]] => entry[1] !== null)
  return Object.fromEntries(next)
}
