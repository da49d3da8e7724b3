import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figures } from './figures.ts'
import { pairsAt } from './pairs.ts'
import { measure, type Ratio } from './ratios.ts'
import { slope } from './slopes.ts'

/**
 * Speed as ratios against what the machine itself needs, anchor and subject in turns. `npm run bench` prints them and writes `out/bench.json`;
 * `docs/performance.md` keeps the figures. Nothing here fails for being slow: times are no tests. `--quick` leaves out the largest size,
 * `--only=merge` measures what has this in its name, `--figures` only what is no ratio.
 */
const folder = mkdtempSync(join(tmpdir(), 'tract-bench-'))
const isQuick = process.argv.includes('--quick')
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7) ?? ''
const sizes = process.argv.includes('--figures') ? [] : isQuick ? [1000, 10_000] : [1000, 10_000, 100_000]

try {
  const rows = sizes.flatMap((n) => pairsAt(folder, n, isQuick).filter(({ name }) => name.includes(only)).map((pair) => show(measure(pair))))
  const slopes = slope(rows)
  console.table(slopes)
  const others = await figures(folder, isQuick, only)
  console.table(others)
  mkdirSync('out', { recursive: true })
  writeFileSync('out/bench.json', JSON.stringify({ node: process.version, rows, slopes, others }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function show(row: Ratio): Ratio {
  const number = (value: number) => value.toFixed(2).padStart(8)
  const goal = row.goal === null ? '' : ` goal ${row.goal} ${row.ratio <= row.goal ? 'met' : 'NOT MET'}`
  console.log(`${row.name.padEnd(58)} ${number(row.ratio)} × ${row.anchor.padEnd(22)} (p10 ${number(row.p10)}, p90 ${number(row.p90)}; ${row.subjectUs.toFixed(1)} µs against ${row.anchorUs.toFixed(1)} µs)${goal}`)
  return row
}
