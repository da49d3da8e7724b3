import { create } from 'zustand'
import type { TipId } from '../onboarding/tips.ts'

/** The tip that is shown now; there is one at most. */
export const useTip = create<{ readonly tip: TipId | null }>()(() => ({ tip: null }))

export const showTip = (tip: TipId | null): void => useTip.setState({ tip })
