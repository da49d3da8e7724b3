import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { appInfoQuery } from '../queries/app.ts'
import { settingsQuery } from '../queries/settings.ts'
import { showToast } from '../state/toasts.ts'
import { applyAppearance } from '../theme/applyAppearance.ts'
import { applyTheme } from '../theme/applyTheme.ts'

/** Draws nothing: makes the window look as the settings say, and tells what went wrong while the app started. */
export function FollowSettings() {
  const { theme, appearance } = useQuery(settingsQuery()).data ?? {}
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme)
  }, [theme])
  useEffect(() => {
    if (appearance !== undefined) applyAppearance(appearance)
  }, [appearance])
  const notices = useQuery(appInfoQuery()).data?.notices
  useEffect(() => {
    for (const { message, hint } of notices ?? []) showToast({ tone: 'fault', text: message, hint })
  }, [notices])
  return null
}
