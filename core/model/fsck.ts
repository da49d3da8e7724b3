import type { TractId } from './ids.ts'

/** `quick`: the file's structure; `full`: every hash and projection; `deep`: recounts and rebuilds too. */
export type FsckDepth = 'quick' | 'full' | 'deep'
export type FsckReport = {
  /** Nothing fatal and no error: there may be warnings. */
  readonly ok: boolean
  readonly depth: FsckDepth
  readonly findings: readonly Finding[]
  readonly counts: { readonly tracts: number; readonly commits: number; readonly blobs: number; readonly entries: number }
  /** One hash over everything the file holds; null where not all of it was read: in `quick`, and where the damage is too great. */
  readonly digest: string | null
}
export type Finding = {
  /** The invariant that doesn't hold: `I-17`. */
  readonly code: string
  readonly severity: 'fatal' | 'error' | 'warning' | 'info'
  readonly tract: TractId | null
  readonly text: string
  readonly repair: RepairKind
}
/** `safe`: it can be derived from what is sound, and is put right in a copy. `offered`: a person decides. */
export type RepairKind = 'none' | 'safe' | 'offered'

/** A file that was written and checked. */
export type SavedFile = {
  readonly path: string
  readonly sizeBytes: number
  /** One hash over everything it holds: that of the file it was made from. */
  readonly digest: string
}

/** What a repaired copy is: where it lies, what was put right in it, and what can't be. The file it was made from is untouched. */
export type RepairReport = {
  readonly path: string
  readonly repaired: readonly Finding[]
  readonly left: readonly Finding[]
  /** Rows that can't be true; they are kept in the table `quarantine`. */
  readonly quarantined: number
}
