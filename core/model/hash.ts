import { hash } from 'node:crypto'
import type { Author } from './author.ts'
import { canonicalJson } from './canonicalJson.ts'
import type { BlobHash, CommitHash } from './ids.ts'
import type { Json } from './json.ts'

/** sha256 in hex of a text with the domain in front, so that no two kinds of object can share a hash. */
export const hashOf = (domain: string, text: string): string => hash('sha256', `${domain}\0${text}`)

/** Names a blob by its canonical JSON. */
export const hashBlob = (canonical: string): BlobHash => hashOf('tract:blob:1', canonical) as BlobHash

/** Every field that a commit's hash covers. Times are epoch microseconds. */
export type CommitFields = {
  readonly parents: readonly CommitHash[]
  readonly kind: string
  readonly origin: CommitHash | null
  readonly target: CommitHash | null
  readonly blob: BlobHash | null
  readonly note: BlobHash | null
  readonly payload: Json
  readonly generationConfig: Json
  readonly author: Author
  readonly createdAt: number
}

/** Names a commit by all that it says. */
export const hashCommit = (fields: CommitFields): CommitHash => hashOf('tract:commit:1', canonicalJson(fields)) as CommitHash
