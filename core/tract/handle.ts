import type { Ref } from '../model/ids.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'

let inside: (tract: Handle) => TractHandle

/** What every verb works with. The verbs stand on classes of their own, one a file, each on top of the one before; `Tract` is the last. */
export class Handle {
  readonly #handle: TractHandle

  static {
    inside = (tract) => tract.#handle
  }

  /** Made by a workspace. */
  constructor(handle: TractHandle) {
    this.#handle = handle
  }

  protected get handle(): TractHandle {
    return this.#handle
  }
}

/** What a tract that somebody hands in works with: for what stands beside it, as an executor of tools. */
export const handleOf = (tract: Handle): TractHandle => inside(tract)

/** One reference or several; what is neither is told where it is resolved. */
export const listOf = (refs: Ref | readonly Ref[]): readonly Ref[] => (Array.isArray(refs) ? (refs as readonly Ref[]) : [refs as Ref])
