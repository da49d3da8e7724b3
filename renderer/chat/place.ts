import type { TractId } from '../../core/model/ids.ts'

/** Where the chat writes: a branch of a tract. */
export type Place = { readonly tract: TractId; readonly branch: string }
