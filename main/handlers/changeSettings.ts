import type { App } from '../app.ts'
import type { Settings } from '../contract/settings.ts'
import { viewSettings } from '../providers.ts'
import type { StoredSettings } from '../settings.ts'

/** Changes the settings, tells every window, and gives them as they are now. */
export function change(app: App, how: (now: StoredSettings) => StoredSettings): Promise<Settings> {
  app.changeSettings(how)
  return viewSettings(app.settings.get(), app.keys)
}
