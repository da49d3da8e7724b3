import type { Finding, FsckDepth } from '../model/fsck.ts'
import type { Subject } from './subject.ts'

/** The number of an invariant in the list of what holds of a sound file. */
export type Code = `I-${number}`

/** Something that doesn't hold. What isn't said here is said by the invariant's row. */
export type Found = {
  readonly code: Code
  readonly text: string
  /** The row number of the tract it belongs to. */
  readonly tract?: number | null
  readonly severity?: Finding['severity']
  readonly repair?: Finding['repair']
}

/** Looks at one part of a file, and reports what doesn't hold of it. Reads only. `from` is the depth at which it begins. */
export type Check = { readonly name: string; readonly from: FsckDepth; readonly run: (subject: Subject) => Iterable<Found> }
