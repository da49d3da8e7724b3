import type { Author } from '../../core/model/author.ts'
import { canonicalJson } from '../../core/model/canonicalJson.ts'
import type { ConfigLevels, LLMConfig } from '../../core/model/config.ts'
import type { Content } from '../../core/model/content.ts'
import { ownTypes, priorityOf, roleOf, textOf } from '../../core/model/contentTypes.ts'
import { hashBlob, hashOf } from '../../core/model/hash.ts'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import type { BlobFacts, BlobKey, CommitFacts, CommitKey, ContextSource, FoldCommit } from '../../core/context/source.ts'

export type MemoryCommit = FoldCommit & { readonly parents: readonly CommitKey[] }
export type MemoryFacts = { readonly author?: Author; readonly reason?: string; readonly generationConfig?: LLMConfig; readonly configLevels?: ConfigLevels }
export type MemoryHistory = {
  readonly commits: ReadonlyMap<CommitKey, MemoryCommit>
  readonly source: ContextSource
  /** How often the source was asked, by method. */
  readonly asked: { line: number; own: number; blobs: number; commits: number; hashes: number }
  blob(content: Content): BlobKey
  tokensOf(blob: BlobKey): number
  add(parents: readonly CommitKey[], fields: Partial<FoldCommit> & Pick<FoldCommit, 'kind'>, facts?: MemoryFacts): MemoryCommit
  append(parent: CommitKey | null, content: Content, facts?: MemoryFacts): MemoryCommit
}

export const someone: Author = { kind: 'user', id: 'ada' }
export const commitHashOf = (key: CommitKey): CommitHash => hashOf('test', String(key)) as CommitHash
export const messageIdOf = (key: CommitKey): MessageId => commitHashOf(key) as string as MessageId

/** A history held in plain maps, read by walking: slow, and easy to see through. A text counts as many tokens as it has characters. */
export function memoryHistory(): MemoryHistory {
  const commits = new Map<CommitKey, MemoryCommit>()
  const facts = new Map<CommitKey, CommitFacts>()
  const blobs = new Map<BlobKey, BlobFacts>()
  const blobKeys = new Map<string, BlobKey>()
  const asked = { line: 0, own: 0, blobs: 0, commits: 0, hashes: 0 }
  const rows = <T>(map: ReadonlyMap<number, T>, keys: readonly number[]) => new Map(keys.flatMap((key): [number, T][] => (map.has(key) ? [[key, map.get(key)!]] : [])))

  const history: MemoryHistory = {
    commits,
    asked,
    source: {
      types: ownTypes,
      line(tip, isKnown) {
        asked.line++
        const line: FoldCommit[] = []
        let key: CommitKey | undefined = tip
        while (key !== undefined && !isKnown(key)) {
          const commit: MemoryCommit = commits.get(key)!
          line.unshift(commit)
          key = commit.parents[0]
        }
        return { base: key ?? null, commits: line }
      },
      own(merge) {
        asked.own++
        const [first, second] = commits.get(merge)!.parents
        if (first === undefined || second === undefined) return []
        const known = new Set(linearOrder(commits, first))
        return linearOrder(commits, second).flatMap((key) => (known.has(key) ? [] : [commits.get(key)!]))
      },
      blobs: (keys) => (asked.blobs++, rows(blobs, keys)),
      commits: (keys) => (asked.commits++, rows(facts, keys)),
      hashes: (keys) => (asked.hashes++, new Map(keys.map((key) => [key, commitHashOf(key)]))),
    },
    blob(content) {
      const canonical = canonicalJson(content)
      const key = blobKeys.get(canonical) ?? blobKeys.size + 1
      blobKeys.set(canonical, key)
      blobs.set(key, { hash: hashBlob(canonical), type: content.type, role: roleOf(content), content })
      return key
    },
    tokensOf: (blob) => textOf(blobs.get(blob)!.content, ownTypes).length,
    add(parents, fields, { author = someone, reason, generationConfig, configLevels } = {}) {
      const key = commits.size + 1
      const blob = fields.blob ?? null
      const commit: MemoryCommit = {
        key, change: key, target: null, priority: null, replaces: null, resolutions: null, ...fields, blob,
        tokens: blob === null ? 0 : history.tokensOf(blob), parents,
      }
      commits.set(key, commit)
      facts.set(key, { hash: commitHashOf(key), kind: commit.kind, author, createdAt: key * 1000, reason: reason ?? null, generationConfig: generationConfig ?? null, configLevels: configLevels ?? {} })
      return commit
    },
    append: (parent, content, more) => history.add(parent === null ? [] : [parent], { kind: 'append', blob: history.blob(content), priority: priorityOf(content.type) }, more),
  }
  return history
}

/** lin(c) = lin(p1) ++ (lin(p2) without what p1 reaches) ++ c, word for word. */
export function linearOrder(commits: ReadonlyMap<CommitKey, MemoryCommit>, tip: CommitKey | undefined): CommitKey[] {
  if (tip === undefined) return []
  const [first, second] = commits.get(tip)!.parents
  const before = linearOrder(commits, first)
  if (second === undefined) return [...before, tip]
  const reached = new Set(before)
  return [...before, ...linearOrder(commits, second).filter((key) => !reached.has(key)), tip]
}
