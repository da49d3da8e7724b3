import { annotate } from '../../core/history/annotate.ts'
import { append, appendPrepared } from '../../core/history/append.ts'
import { createBranch, switchBranch } from '../../core/history/refs/branches.ts'
import { compress } from '../../core/history/compress/compress.ts'
import { cherryPick } from '../../core/history/merge/cherryPick.ts'
import { merge } from '../../core/history/merge/merge.ts'
import { rebase } from '../../core/history/merge/rebase.ts'
import { type PreparedContent, prepareContent } from '../../core/history/prepareContent.ts'
import { compile } from '../../core/history/status.ts'
import type { TractHandle } from '../../core/journal/openWorkspace.ts'
import { hashOfCommit } from '../../core/store/commits.ts'
import type { Subject } from '../ratios.ts'
import { addMessages, message } from './tracts.ts'

/** Commits whose content was checked and counted before: the cost of the history itself. */
export function commitSubject(tract: TractHandle): Subject {
  const ready: PreparedContent[] = []
  const next = () => prepareContent(tract.file.db.read, message(), 'o200k_base')
  return {
    prepare: (count) => {
      while (ready.length < count) ready.push(next())
    },
    run: () => appendPrepared(tract, ready.pop() ?? next()),
  }
}

/** The same with the counting, as a person's message comes. */
export const countedCommitSubject = (tract: TractHandle): Subject => ({ run: () => append(tract, message()) })

/** A commit, and then the context with it. */
export function turnSubject(tract: TractHandle): Subject {
  const { run, ...rest } = commitSubject(tract)
  return { ...rest, run: () => (run(), compile(tract).tokenCount) }
}

export function hideSubject(tract: TractHandle): Subject {
  let isHidden = false
  const target = hashOfCommit(tract.file.db.read, append(tract, message()))
  const run = (): number => {
    isHidden = !isHidden
    annotate(tract, [target], isHidden ? 'skip' : 'normal')
    return compile(tract).tokenCount
  }
  return { run }
}

let count = 0
const on = (tract: TractHandle, branch: string): TractHandle => ({ ...tract, branch })

/** Two branches with `own` commits each, from the tip of the long one. */
function fork(tract: TractHandle, own: number): { readonly ours: TractHandle; readonly theirs: TractHandle } {
  const [ours, theirs] = ['ours', 'theirs'].map((name) => createBranch(tract, `${name}-${++count}`, { switch: false }).name)
  for (const name of [ours, theirs]) addMessages(on(tract, name ?? ''), own)
  return { ours: on(tract, ours ?? ''), theirs: on(tract, theirs ?? '') }
}

/** Runs an act on a pair of branches that was made for it. */
function onForks(tract: TractHandle, own: number, act: (ours: TractHandle, theirs: TractHandle) => unknown): Subject {
  const ready: ReturnType<typeof fork>[] = []
  return {
    prepare: (needed) => {
      while (ready.length < needed) ready.push(fork(tract, own))
    },
    run: () => {
      const { ours, theirs } = ready.pop() ?? fork(tract, own)
      return act(ours, theirs)
    },
  }
}

export const mergeSubject = (tract: TractHandle): Subject => onForks(tract, 100, (ours, theirs) => merge(ours, theirs.branch ?? ''))
export const rebaseSubject = (tract: TractHandle): Subject => onForks(tract, 100, (ours, theirs) => rebase(ours, theirs.branch ?? ''))
export const pickSubject = (tract: TractHandle): Subject => onForks(tract, 1, (ours, theirs) => cherryPick(ours, [theirs.branch ?? ''], { from: theirs.branch ?? '' }))
/** The last 1,000 messages of a branch in one summary. */
export const compressSubject = (tract: TractHandle): Subject => onForks(tract, 1000, (ours) => compress(ours, { from: 'HEAD~999', content: 'A summary.' }))
/** 1,000 messages with 100 after them. */
export const compressMiddleSubject = (tract: TractHandle): Subject => onForks(tract, 1100, (ours) => compress(ours, { from: 'HEAD~1099', to: 'HEAD~100', content: 'A summary.' }))

export const branchSubject = (tract: TractHandle): Subject => ({ run: () => createBranch(tract, `b-${++count}`, { switch: false }) })
export function switchSubject(tract: TractHandle): Subject {
  const names = ['main', createBranch(tract, 'beside', { switch: false }).name]
  return { run: () => switchBranch(tract, names[++count % 2] ?? '') }
}
