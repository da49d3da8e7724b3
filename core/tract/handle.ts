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
