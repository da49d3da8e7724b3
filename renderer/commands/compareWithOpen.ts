import type { TractId } from '../../core/model/ids.ts'
import { showCompare } from '../state/view.ts'
import { currentContext } from './context.ts'
import { switchTo } from './switchTo.ts'

/** Holds a branch against the open one; a branch of another tract is opened. */
export function compareWithOpen(tract: TractId, branch: string): void {
  const open = currentContext()
  if (open.tract !== tract || open.branch === null) return void switchTo(tract, branch)
  if (open.branch !== branch) showCompare([open.branch, branch])
}
