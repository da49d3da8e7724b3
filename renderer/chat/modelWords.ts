import type { Forecast } from '../../main/contract/chat.ts'
import type { Settings } from '../../main/contract/settings.ts'

/** The model that answers where nothing else is said, as people call it. */
export function modelWords({ providers, chat }: Settings): string {
  return providers.find(({ id }) => id === chat.provider)?.kind === 'demo' ? 'Demo model' : chat.model
}

/** The model that would answer the next message. */
export const modelName = ({ isDemo, config }: Pick<Forecast, 'isDemo' | 'config'>): string => (isDemo ? 'Demo model' : (config.values.model ?? 'no model'))
