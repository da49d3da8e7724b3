import { join } from 'node:path'
import type { TractHandle } from '../core/journal/openWorkspace.ts'
import { makeAnchors } from './anchors.ts'
import type { Pair } from './ratios.ts'
import {
  branchSubject, commitSubject, compressMiddleSubject, compressSubject, countedCommitSubject, hideSubject, mergeSubject, pickSubject, rebaseSubject, switchSubject, turnSubject,
} from './subjects/acts.ts'
import { askedTract } from './subjects/asked.ts'
import { coldCompileSubject, diffSubject, logSubject, openSubject, querySubject, statusSubject, warmCompileSubject } from './subjects/reading.ts'
import { filledTract } from './subjects/tracts.ts'

type Named = Omit<Pair, 'name'> & { readonly what: string }

/** Everything that is compared with an anchor, in tracts of `n` messages. A goal is the ratio to stay under. */
export function pairsAt(folder: string, n: number, isQuick: boolean): readonly Pair[] {
  const anchors = makeAnchors(join(folder, `anchors-${n}`))
  const tract = (name: string, synchronous: 'FULL' | 'NORMAL', config = {}) => filledTract(folder, `${name}-${n}`, n, synchronous, config)
  const fast = tract('fast', 'NORMAL')
  const safe = tract('safe', 'FULL')
  const still = tract('still', 'FULL') // nothing is added to this one
  const forks = tract('forks', 'NORMAL')
  const budget = { budget: { maxTokens: Number.MAX_SAFE_INTEGER, onExceed: 'reject' } }
  const path = still.file.db.path ?? ''
  const few = { per: n >= 100_000 ? 1 : 3, rounds: 9 }
  const many = { per: 200, rounds: isQuick ? 7 : 21 }
  const some = { per: 5, rounds: isQuick ? 5 : 11 }
  const bare = { anchor: anchors.commitNormal, anchorName: 'bare commit' }
  const flushed = { anchor: anchors.commitFull, anchorName: 'bare commit, flushed' }
  const read = { anchor: anchors.getOne, anchorName: 'read one row' }
  const rows = { anchor: anchors.readAll(n), anchorName: `read ${n.toLocaleString('en')} rows` }
  const pairs: readonly Named[] = [
    { what: 'commit (no flush)', ...bare, subject: commitSubject(fast), goal: 1.6, ...many },
    { what: 'commit', ...flushed, subject: commitSubject(safe), goal: 1.25, ...many },
    { what: 'commit under a budget', anchor: commitSubject(fast), anchorName: 'commit without', subject: commitSubject(tract('budget', 'NORMAL', budget)), goal: 1.1, ...many },
    { what: 'commit with counting', ...flushed, subject: countedCommitSubject(safe), goal: null, ...many },
    { what: 'turn: commit + compile (no flush)', ...bare, subject: turnSubject(fast), goal: 2.5, ...many },
    { what: 'hide + compile (no flush)', ...bare, subject: hideSubject(fast), goal: 3.5, ...many },
    { what: 'compile after opening', ...rows, subject: coldCompileSubject(path), goal: 1.5, ...few },
    { what: 'compile at the middle, after opening', anchor: coldCompileSubject(path), anchorName: 'compile after opening', subject: coldCompileSubject(path, `HEAD~${Math.floor(n / 2)}`), goal: 0.6, ...few },
    { what: 'compile again', ...read, subject: warmCompileSubject(still), goal: null, ...many },
    { what: 'open + status', anchor: anchors.open, anchorName: 'bare open', subject: openSubject(path), goal: 8, per: 20, rounds: 9 },
    { what: 'status', ...read, subject: statusSubject(still), goal: 2, ...many },
    { what: 'log(20)', ...read, subject: logSubject(still, 20), goal: 6, ...many },
    { what: 'log of everything', ...rows, subject: logSubject(still, n), goal: 2, ...few },
    { what: 'diff, 1,000 apart', ...read, subject: diffSubject(still, Math.min(1000, n - 1)), goal: null, ...some },
    { what: 'branch (no flush)', ...bare, subject: branchSubject(tract('branches', 'NORMAL')), goal: null, ...some },
    { what: 'switch (no flush)', ...bare, subject: switchSubject(tract('switches', 'NORMAL')), goal: null, ...many },
    { what: 'merge 100 + 100 (no flush)', ...bare, subject: mergeSubject(forks), goal: 30, ...some },
    { what: 'rebase 100 (no flush)', ...bare, subject: rebaseSubject(forks), goal: 90, ...some },
    { what: 'cherry-pick (no flush)', ...bare, subject: pickSubject(forks), goal: 2.5, ...some },
    { what: 'compress 1,000 (no flush)', ...bare, subject: compressSubject(forks), goal: 100, per: 2, rounds: isQuick ? 3 : 7 },
    { what: 'compress 1,000 in the middle (no flush)', ...bare, subject: compressMiddleSubject(forks), goal: 100, per: 2, rounds: isQuick ? 3 : 7 },
    ...queries(askedTract(folder, n), read),
  ]
  return pairs.map(({ what, ...pair }) => ({ name: `${what}, ${n.toLocaleString('en')} commits`, ...pair }))
}

function queries(tract: TractHandle, read: Pick<Pair, 'anchor' | 'anchorName'>): readonly Named[] {
  const times = { goal: null, per: 5, rounds: 9 }
  return [
    { what: 'query by model, 17 % hits', ...read, subject: querySubject(tract, { model: 'model-3' }), ...times },
    { what: 'query by three settings', ...read, subject: querySubject(tract, { model: 'model-3', temperature: { gt: 0.5 }, maxTokens: 1003 }), ...times },
  ]
}
