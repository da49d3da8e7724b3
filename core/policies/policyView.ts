import { configOf } from '../history/configOf.ts'
import { listBranches } from '../history/refs/branches.ts'
import { compile, status } from '../history/status.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Commit } from '../model/commit.ts'
import type { ContentType } from '../model/content.ts'
import type { EpochMs } from '../model/ids.ts'
import type { PolicyView } from '../model/policy.ts'
import { recentCommits, wordsOfMessage } from './recentCommits.ts'

/** How many commits a policy can look back on. */
const lookBack = 32

/** What a policy sees now. */
export const viewNow = (tract: TractHandle, declined: () => ReadonlySet<string>): PolicyView =>
  viewOf(tract, { status: () => status(tract), context: () => compile(tract), recent: (limit) => recentCommits(tract, limit), now: tract.file.ports.clock.now(), declined })

/** What differs between now and a moment of the past. */
export type Seen = Pick<Readers, 'status' | 'context' | 'declined'> & { readonly recent: (limit: number) => readonly Commit[]; readonly now: EpochMs }

/** Each field is read when it is first asked for. */
export function viewOf(tract: TractHandle, { recent, now, ...seen }: Seen): PolicyView {
  return lazily({
    ...seen,
    recent: () => recent(lookBack),
    now: () => now,
    branches: () => listBranches(tract),
    config: () => configOf(tract),
    pinnedAtFirst: () => pinnedAtFirst(tract),
    textOf: () => (message) => wordsOfMessage(tract, message),
  })
}

const pinnedAtFirst = ({ file }: TractHandle): ReadonlySet<ContentType> => new Set([...file.types].flatMap(([type, { priority }]) => (priority === 'pinned' ? [type as ContentType] : [])))

type Readers = { readonly [Field in keyof PolicyView]: () => PolicyView[Field] }

function lazily(readers: Readers): PolicyView {
  const view = {}
  for (const [field, read] of Object.entries(readers)) {
    let known: { readonly value: unknown } | undefined
    Object.defineProperty(view, field, { enumerable: true, get: () => (known ??= { value: read() }).value })
  }
  return view as PolicyView
}
