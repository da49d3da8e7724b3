import { attempt } from '../faults/attempt.ts'
import { queryClient } from '../queries/client.ts'
import { settingsQuery, undoSettings } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { applyTheme } from '../theme/applyTheme.ts'
import { settingNames } from '../words/settings.ts'

/** Takes back the last change of the settings, and says which it was. The conversation behind them isn't touched. */
export async function undoSetting(): Promise<void> {
  const undone = await attempt(undoSettings)
  if (undone === undefined) return
  if (undone.length === 0) return showToast({ tone: 'note', text: 'No other setting was changed since the app started' })
  const theme = queryClient.getQueryData(settingsQuery().queryKey)?.theme
  if (undone.includes('theme') && theme !== undefined) applyTheme(theme)
  showToast({ tone: 'done', text: `Undone: ${settingNames(undone)}` })
}
