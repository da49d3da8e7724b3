import type { Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'

/** What every verb works with. The verbs stand on classes of their own, one a file, each on top of the one before; `Tract` is the last. */
export class Handle {
  readonly #handle: TractHandle

  /** Made by a workspace. */
  constructor(handle: TractHandle) {
    this.#handle = handle
  }

  protected get handle(): TractHandle {
    return this.#handle
  }
}

/** One reference or several; what is neither is told where it is resolved. */
export const listOf = (refs: Ref | readonly Ref[]): readonly Ref[] => (Array.isArray(refs) ? (refs as readonly Ref[]) : [refs as Ref])
