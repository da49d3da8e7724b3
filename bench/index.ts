import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAnchors } from './anchors.ts'
import { measure, type Pair, type Ratio } from './ratios.ts'
import { coldCompileSubject, commitSubject, countedCommitSubject, filledTract, hideSubject, logSubject, openSubject, statusSubject, turnSubject } from './subjects.ts'
import { slope } from './slopes.ts'

/**
 * Speed as ratios against what the machine itself needs, anchor and subject in turns. `npm run bench` prints them and writes `out/bench.json`;
 * `docs/performance.md` keeps the figures. Nothing here fails for being slow: times are no tests.
 */
const folder = mkdtempSync(join(tmpdir(), 'tract-bench-'))
const isQuick = process.argv.includes('--quick')
const sizes = isQuick ? [1000, 10_000] : [1000, 10_000, 100_000]

try {
  const rows = sizes.flatMap((n) => pairsAt(n)).map((pair) => show(measure(pair)))
  const slopes = slope(rows)
  console.table(slopes)
  mkdirSync('out', { recursive: true })
  writeFileSync('out/bench.json', JSON.stringify({ node: process.version, rows, slopes }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function pairsAt(n: number): readonly Pair[] {
  const anchors = makeAnchors(join(folder, `anchors-${n}`))
  const fast = filledTract(folder, `fast-${n}`, n, 'NORMAL')
  const safe = filledTract(folder, `safe-${n}`, n, 'FULL')
  const still = filledTract(folder, `still-${n}`, n, 'FULL') // nothing is added to this one
  const path = still.file.db.path ?? ''
  const at = (name: string) => `${name}, ${n.toLocaleString('en')} commits`
  const few = { per: n >= 100_000 ? 1 : 3, rounds: 9 }
  const many = { per: 200, rounds: isQuick ? 7 : 21 }
  return [
    { name: at('commit (no flush)'), anchor: anchors.commitNormal, anchorName: 'bare commit', subject: commitSubject(fast), goal: 1.6, ...many },
    { name: at('commit'), anchor: anchors.commitFull, anchorName: 'bare commit, flushed', subject: commitSubject(safe), goal: 1.25, ...many },
    { name: at('commit with counting'), anchor: anchors.commitFull, anchorName: 'bare commit, flushed', subject: countedCommitSubject(safe), goal: null, ...many },
    { name: at('turn: commit + compile (no flush)'), anchor: anchors.commitNormal, anchorName: 'bare commit', subject: turnSubject(fast), goal: 2.5, ...many },
    { name: at('hide + compile (no flush)'), anchor: anchors.commitNormal, anchorName: 'bare commit', subject: hideSubject(fast), goal: 3.5, ...many },
    { name: at('compile after opening'), anchor: anchors.readAll(n), anchorName: `read ${n.toLocaleString('en')} rows`, subject: coldCompileSubject(path), goal: 1.5, ...few },
    { name: at('open + status'), anchor: anchors.open, anchorName: 'bare open', subject: openSubject(path), goal: 8, per: 20, rounds: 9 },
    { name: at('log(20)'), anchor: anchors.getOne, anchorName: 'read one row', subject: logSubject(still), goal: null, ...many },
    { name: at('status'), anchor: anchors.getOne, anchorName: 'read one row', subject: statusSubject(still), goal: null, ...many },
  ]
}

function show(row: Ratio): Ratio {
  const number = (value: number) => value.toFixed(2).padStart(8)
  const goal = row.goal === null ? '' : ` goal ${row.goal} ${row.ratio <= row.goal ? 'met' : 'NOT MET'}`
  console.log(`${row.name.padEnd(52)} ${number(row.ratio)} × ${row.anchor.padEnd(22)} (p10 ${number(row.p10)}, p90 ${number(row.p90)}; ${row.subjectUs.toFixed(1)} µs against ${row.anchorUs.toFixed(1)} µs)${goal}`)
  return row
}
