import type { TractId } from './ids.ts'

/** `quick`: the file's structure; `full`: every hash and projection; `deep`: recounts and rebuilds too. */
export type FsckDepth = 'quick' | 'full' | 'deep'
export type FsckReport = {
  readonly ok: boolean
  readonly depth: FsckDepth
  readonly findings: readonly Finding[]
  readonly counts: { readonly tracts: number; readonly commits: number; readonly blobs: number; readonly entries: number }
  /** One hash over everything the file holds. */
  readonly digest: string
}
export type Finding = {
  /** The invariant that doesn't hold: `I-17`. */
  readonly code: string
  readonly severity: 'fatal' | 'error' | 'warning' | 'info'
  readonly tract: TractId | null
  readonly text: string
  readonly repair: 'none' | 'safe' | 'offered'
}
