import { useQuery } from '@tanstack/react-query'
import { settingsQuery } from '../queries/settings.ts'
import { usualPx } from './applyAppearance.ts'

/** How much larger than usual all text is, for what is measured in pixels. */
export const useTextScale = (): number => (useQuery(settingsQuery()).data?.appearance.textPx ?? usualPx) / usualPx
