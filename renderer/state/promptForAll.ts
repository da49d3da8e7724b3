import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'

/** What a person says to several branches at once, and which of them have it already. */
export type PromptForAll = { readonly text: string; readonly taken: readonly string[] }
type Prompts = { readonly byTract: Readonly<Record<string, PromptForAll>> }

const empty: PromptForAll = { text: '', taken: [] }

/** Kept in the browser until every branch has taken it. One a tract. */
export const usePromptForAll = create<Prompts>()(persist((): Prompts => ({ byTract: {} }), { name: 'promptForAll', version: 1, storage: inBrowser() }))

export const promptForAllAt = (tract: TractId): PromptForAll => usePromptForAll.getState().byTract[tract] ?? empty
export const usePromptForAllOf = (tract: TractId): PromptForAll => usePromptForAll(({ byTract }) => byTract[tract] ?? empty)

/** Keeps what is typed. An emptied field begins anew. */
export function typeForAll(tract: TractId, text: string): void {
  if (text === '') sayAnew(tract, text)
  else set(tract, { ...promptForAllAt(tract), text })
}
/** What is written goes to all of them again. */
export function sayAnew(tract: TractId, text: string): void {
  set(tract, text === '' ? empty : { text, taken: [] })
}
export function takenBy(tract: TractId, branch: string): void {
  const { text, taken } = promptForAllAt(tract)
  set(tract, { text, taken: [...taken, branch] })
}

function set(tract: TractId, prompt: PromptForAll): void {
  usePromptForAll.setState(({ byTract }) => {
    const { [tract]: _before, ...others } = byTract
    return { byTract: prompt === empty ? others : { ...others, [tract]: prompt } }
  })
}
