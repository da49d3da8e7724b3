import type { Settings } from '../../main/contract/settings.ts'

/** The model that answers, as people call it. */
export function modelWords({ providers, chat }: Settings): string {
  return providers.find(({ id }) => id === chat.provider)?.kind === 'demo' ? 'Demo model' : chat.model
}
