import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure } from '../figures.ts'
import { writeFixture } from './fixture.ts'
import { screens } from './screens.ts'
import { streamingCost } from './streaming.ts'
import { openStudio } from './studio.ts'

/**
 * How fast the window is with large files, in a real browser on the built app: `npm run bench -- --ui` prints it and writes `out/bench-ui.json`.
 * `--quick` leaves out the largest file. Nothing here fails for being slow.
 */
const folder = mkdtempSync(join(tmpdir(), 'tract-bench-ui-'))
const sizes = process.argv.includes('--quick') ? [10_000] : [10_000, 100_000]
try {
  const found: Figure[] = []
  for (const n of sizes) {
    const file = join(folder, `big-${n}.tract`)
    writeFixture(file, n)
    await using studio = await openStudio(join(folder, String(n)), file)
    found.push(...(await screens(studio, `big-${n / 1000}k`)))
  }
  found.push(await streamingCost(folder))
  console.table(found)
  mkdirSync('out', { recursive: true })
  writeFileSync('out/bench-ui.json', JSON.stringify({ node: process.version, found }, null, 2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
