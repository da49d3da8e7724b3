import type { App } from '../app.ts'
import type { ModelsView } from '../contract/settings.ts'
import { viewModels } from '../models.ts'
import { viewSettings } from '../providers.ts'
import { procedures } from './base.ts'
import { change } from './changeSettings.ts'

export const models = {
  models: procedures.settings.models.handler(({ context: { app } }) => modelsOf(app)),
  setPrice: procedures.settings.setPrice.handler(async ({ context: { app }, input: { model, price } }) => {
    await change(app, (now) => {
      const { [model]: _before, ...others } = now.prices
      return { ...now, prices: price === null ? others : { ...others, [model]: price } }
    })
    return modelsOf(app)
  }),
}

async function modelsOf(app: App): Promise<ModelsView> {
  const stored = app.settings.get()
  return viewModels(stored, (await viewSettings(stored, app.keys)).providers)
}
