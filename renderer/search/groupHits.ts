import type { TractId } from '../../core/model/ids.ts'
import type { SearchHit } from '../../core/model/search.ts'

/** Hits that open on the same branch. `branch` null: no branch holds them any more. */
export type HitGroup = { readonly key: string; readonly tract: TractId; readonly branch: string | null; readonly hits: readonly SearchHit[] }

/** Puts hits under the branch they open on: the open one where it holds them, else their first. The open branch stands first, what no branch holds last. */
export function groupHits(hits: readonly SearchHit[], here: { readonly tract: TractId; readonly branch: string }): readonly HitGroup[] {
  const groups = new Map<string, { tract: TractId; branch: string | null; hits: SearchHit[] }>()
  for (const hit of hits) {
    const isHere = hit.tract === here.tract && hit.branches.includes(here.branch)
    const branch = isHere ? here.branch : (hit.branches[0] ?? null)
    const key = `${hit.tract}\n${branch ?? ''}`
    const group = groups.get(key) ?? { tract: hit.tract, branch, hits: [] }
    group.hits.push(hit)
    groups.set(key, group)
  }
  const place = ({ tract, branch }: Pick<HitGroup, 'tract' | 'branch'>): number => (branch === null ? 3 : tract !== here.tract ? 2 : branch === here.branch ? 0 : 1)
  return [...groups].map(([key, group]) => ({ key, ...group })).toSorted((a, b) => place(a) - place(b))
}
