import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Fault } from '../../../core/model/fault.ts'
import { Workspace } from '../../../core/workspace.ts'
import { damagedFiles } from '../../helpers/damagedFiles.ts'
import { makeFullFile } from '../../helpers/fullFile.ts'
import { forSeeds, type Random } from '../../helpers/random.ts'

/** Damages the bytes of a file and says how. */
type Damage = (bytes: Buffer, random: Random) => { readonly bytes: Buffer; readonly what: string }
const pageBytes = 4096

const damages: { readonly [kind: string]: Damage } = {
  bit: (bytes, random) => changed(bytes, usedByte(bytes, random), (at) => { bytes[at]! ^= 1 << random.below(8) }),
  byte: (bytes, random) => changed(bytes, usedByte(bytes, random), (at) => { bytes[at] = random.below(256) }),
  zeroes: (bytes, random) => changed(bytes, 512 * random.below(bytes.length / 512), (at) => bytes.fill(0, at, at + 512)),
  pages: (bytes, random) => {
    const [a, b] = [random.below(bytes.length / pageBytes), random.below(bytes.length / pageBytes)].map((page) => page * pageBytes) as [number, number]
    const first = Buffer.from(bytes.subarray(a, a + pageBytes))
    bytes.copyWithin(a, b, b + pageBytes)
    first.copy(bytes, b)
    return { bytes, what: `pages at ${a} and ${b} exchanged` }
  },
  end: (bytes, random) => {
    const length = pageBytes * random.below(bytes.length / pageBytes)
    return { bytes: bytes.subarray(0, length), what: `cut to ${length} bytes` }
  },
}

/** Mostly one of those that aren't zero: in a small file pages are mostly empty. */
function usedByte(bytes: Buffer, random: Random): number {
  const at = random.below(bytes.length)
  if (random.chance(0.1)) return at
  const used = bytes.findIndex((byte, i) => i >= at && byte !== 0)
  return used === -1 ? at : Math.min(bytes.length - 1, used + random.below(40))
}

function changed(bytes: Buffer, at: number, change: (at: number) => void): { readonly bytes: Buffer; readonly what: string } {
  change(at)
  return { bytes, what: `at byte ${at}` }
}

/**
 * Tables whose rows nothing else in the file tells about: which file it is (random), and what a running answer has brought so far (scratch until it
 * ends). The search index is derived from the texts: the deep check compares it.
 */
const untold = new Set(['workspace', 'reply_buffers'])

/** Every row as it reads, or what stands in the way. */
function dump(path: string): { readonly [table: string]: string } {
  let driver: BetterSqlite3.Database | null = null
  try {
    const open = (driver = new BetterSqlite3(path, { readonly: true }))
    const tables = ['authors', 'blobs', 'calls', 'commits', 'compressions', 'custom_types', 'journal', 'merges', 'operations', 'partials', 'payloads', 'proposals', 'quarantine', 'refs', 'segments', 'tracts', ...untold]
    return Object.fromEntries(tables.map((table) => [table, rowsOf(open, table)]))
  } catch (error) {
    return { all: String(error) }
  } finally {
    driver?.close()
  }
}

function rowsOf(driver: BetterSqlite3.Database, table: string): string {
  try {
    return JSON.stringify(driver.prepare(`select * from "${table}"`).raw().all())
  } catch (error) {
    return String(error)
  }
}

/** What a person is told: the fault at opening, or the codes that fsck finds. */
function told(path: string): readonly string[] {
  try {
    using workspace = Workspace.open(path, { ifMissing: 'fail' })
    return workspace.fsck('full').findings.map(({ code }) => code)
  } catch (error) {
    if (Fault.is(error)) return [error.code]
    throw error
  }
}

test('no damage that changes a row goes untold; none crashes or hangs', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tract-flips-'))
  try {
    const [sound, damaged] = [join(folder, 'sound.tract'), join(folder, 'damaged.tract')]
    await makeFullFile(sound)
    damagedFiles.add(damaged)
    expect(told(sound)).toEqual([])
    const before = dump(sound)
    const bytes = readFileSync(sound)
    const slow: string[] = []
    const untoldDamage: string[] = []
    let hits = 0
    forSeeds(Number(process.env['FLIPS'] ?? 600), (random, seed) => {
      const kind = random.weighted({ bit: 70, byte: 10, zeroes: 8, pages: 6, end: 6 })
      const { bytes: after, what } = damages[kind]!(Buffer.from(bytes), random)
      for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(damaged + suffix, { force: true })
      writeFileSync(damaged, after)
      const rows = dump(damaged)
      const tables = Object.keys({ ...before, ...rows }).filter((table) => rows[table] !== before[table] && !untold.has(table))
      const start = performance.now()
      const codes = told(damaged)
      if (performance.now() - start > 10_000) slow.push(`seed ${seed}: ${what}`)
      if (tables.length > 0) hits += 1
      if (tables.length > 0 && codes.length === 0) untoldDamage.push(`seed ${seed}: ${kind} ${what} in ${tables.join(', ')}`)
    })
    expect({ untoldDamage, slow, isEnough: hits > 200 }).toEqual({ untoldDamage: [], slow: [], isEnough: true })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
