import type { Tract } from '../../core/index.ts'
import type { TractHandle } from '../../core/journal/openWorkspace.ts'
import { naiveHistory, type NaiveHistory } from '../properties/naive/history.ts'
import { readCommits } from '../properties/naive/rows.ts'

export const handleOf = (tract: Tract): TractHandle => (tract as unknown as { readonly handle: TractHandle }).handle

/** All commits of a tract as its rows are, read slowly. */
export function naiveOf(tract: Tract): { readonly history: NaiveHistory; hash(key: number): string; key(hash: string): number } {
  const { file, key } = handleOf(tract)
  const commits = readCommits(file.db.read, key, 0)
  const history = naiveHistory()
  history.add(commits)
  const keys = new Map(commits.map((commit) => [commit.hash, commit.key]))
  return { history, hash: (one) => history.get(one).hash, key: (hash) => keys.get(hash) ?? 0 }
}

/** The commits that refs point at, and HEAD. */
export function tipsOf(tract: Tract): readonly string[] {
  const { head } = tract.status()
  const named = [...tract.listBranches(), ...tract.listTags()].flatMap(({ commit }) => commit ?? [])
  return [...new Set([...named, ...(head.commit === null ? [] : [head.commit])])]
}
