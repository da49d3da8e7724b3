import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { inBrowser } from './browserStorage.ts'

/** Words of summaries that a person types, by draft or range and run, until they are in the file. */
type Typed = { readonly byPlace: Readonly<Record<string, Readonly<Record<number, string>>>> }
const none: Readonly<Record<number, string>> = {}

/** Kept in the browser, so that closing the sheet, or a reload, loses nothing. */
export const useSummaryWords = create<Typed>()(persist((): Typed => ({ byPlace: {} }), { name: 'summaryWords', version: 1, storage: inBrowser() }))

export const useTypedSummaries = (place: string): Readonly<Record<number, string>> => useSummaryWords(({ byPlace }) => byPlace[place] ?? none)
export function typeSummary(place: string, run: number, text: string): void {
  useSummaryWords.setState(({ byPlace }) => ({ byPlace: { ...byPlace, [place]: { ...byPlace[place], [run]: text } } }))
}
/** What was typed for one run, or for all of them, is in the file or not wanted any more. */
export function forgetSummaries(place: string, run?: number): void {
  useSummaryWords.setState(({ byPlace }) => {
    const { [place]: own = {}, ...others } = byPlace
    const rest = run === undefined ? {} : Object.fromEntries(Object.entries(own).filter(([nth]) => nth !== String(run)))
    return { byPlace: Object.keys(rest).length === 0 ? others : { ...others, [place]: rest } }
  })
}
