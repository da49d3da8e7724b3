import { createBranch } from '../../core/history/refs/branches.ts'
import { deleteBranch } from '../../core/history/refs/deleteBranch.ts'
import { collect } from '../../core/history/cleanUp/collect.ts'
import type { Figure } from '../figures.ts'
import { addMessages, filledTract } from './tracts.ts'

/** Steps that a deleted branch left, out of the file for good, with as many that stay; without the check of the file before it; in CPU time. And how that grows. */
export function cleaning(folder: string, isQuick: boolean): readonly Figure[] {
  const sizes = isQuick ? [1000] : [1000, 10_000]
  const times = sizes.map((n) => cleanedUp(folder, n))
  const told = times.map(({ n, ms, smaller }): Figure => ({ name: `gc of ${n} steps among ${n}`, value: `${(ms * 1000 / n).toFixed(1)} µs a step, the file ${Math.round(smaller * 100)} % smaller`, goal: '≤ 12 µs, smaller' }))
  const [small, large] = times
  return small && large ? [...told, { name: 'gc, ten times as much', value: `${(large.ms / small.ms).toFixed(1)} × the time`, goal: '≤ 13 ×' }] : told
}

function cleanedUp(folder: string, n: number): { readonly n: number; readonly ms: number; readonly smaller: number } {
  const tract = filledTract(folder, `gc-${n}`, n, 'NORMAL')
  const name = createBranch(tract, 'left', { switch: false }).name
  addMessages({ ...tract, branch: name }, n)
  deleteBranch(tract, name, { force: true })
  tract.file.db.rewrite()
  const start = process.cpuUsage()
  const { fileBytes, removedCommits } = collect(tract, { orphanRetentionDays: 0, trashRetentionDays: 0 })
  const { user, system } = process.cpuUsage(start)
  const ms = (user + system) / 1000
  if (removedCommits !== n) throw new Error(`gc took ${removedCommits} steps, not ${n}`)
  tract.file.db.close()
  return { n, ms, smaller: 1 - (fileBytes.after ?? 0) / (fileBytes.before ?? 1) }
}
