import type { CommitHash, TractId } from '../../core/model/ids.ts'

/** Where the chat writes: a branch of a tract. `at`: an old step of it is looked at, so nothing is written. */
export type Place = { readonly tract: TractId; readonly branch: string; readonly at?: CommitHash | null }
