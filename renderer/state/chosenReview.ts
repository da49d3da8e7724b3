import { create } from 'zustand'
import type { ReviewItem } from '../review/reviewItems.ts'

/** What the review queue points at; its commands act on this. */
export const useChosenReview = create<{ readonly chosen: ReviewItem | null }>()(() => ({ chosen: null }))

export const chooseReview = (chosen: ReviewItem | null): void => useChosenReview.setState({ chosen })
