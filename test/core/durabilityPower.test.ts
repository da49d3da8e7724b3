import { readFileSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Workspace } from '../../core/index.ts'
import { actsOn } from '../helpers/acts.ts'
import { type Random, randomOf } from '../helpers/random.ts'
import { type TempFolder, tempFolder } from '../helpers/tempFolder.ts'
import { testPorts } from '../helpers/testPorts.ts'

/** How far the log reached when an act had been acknowledged, and where the journal ended then. */
type Barrier = { readonly logBytes: number; readonly seq: number; readonly head: string }
/** A file as it lies on disk while it is open: what the last checkpoint brought over, the log since, and what was acknowledged when. */
type Recording = { readonly main: Buffer; readonly log: Buffer; readonly barriers: readonly Barrier[] }
type Damage = 'cut' | 'garbage' | 'zeroed'

const pageBytes = 4096 + 24

/**
 * What a power cut may do: everything up to the last barrier that was reached is on disk, because each commit waits for it; what was written after
 * it is there, or in part, or as garbage.
 */
function damaged(log: Buffer, from: number, random: Random, damage: Damage): Buffer {
  const after = log.length - from
  switch (damage) {
    case 'cut':
      return log.subarray(0, from + random.below(after + 1))
    case 'garbage':
      return Buffer.concat([log.subarray(0, from + random.below(after + 1)), Buffer.from(Array.from({ length: 1 + random.below(9000) }, () => random.below(256)))])
    case 'zeroed': {
      const bytes = Buffer.from(log)
      const pages = Math.floor(after / pageBytes)
      const first = random.below(Math.max(1, pages))
      return bytes.fill(0, from + first * pageBytes, Math.min(bytes.length, from + (first + 1 + random.below(3)) * pageBytes))
    }
  }
}

/** Acts of every kind, without a checkpoint in between, or one in the middle: then the log begins anew and has old pages behind its end. */
function record(folder: TempFolder, seed: number, hasCheckpoint: boolean): Recording {
  using workspace = Workspace.open(folder.file(), { ports: testPorts() })
  const act = actsOn(workspace.create({ name: 'shared' }), randomOf(seed))
  const barriers: Barrier[] = []
  const keep = (): void => {
    const verified = workspace.verify()
    barriers.push({ logBytes: writtenBytes(readFileSync(`${folder.file()}-wal`)), seq: workspace.lastSeq(), head: verified.kind === 'intact' ? verified.head : '' })
  }
  for (let i = 0; i < 120; i++) {
    act()
    if (hasCheckpoint && i === 80) {
      const other = new BetterSqlite3(folder.file())
      other.pragma('wal_checkpoint(restart)')
      other.close()
      act()
      barriers.length = 0
    }
    keep()
  }
  return { main: readFileSync(folder.file()), log: readFileSync(`${folder.file()}-wal`), barriers }
}

/** The log up to its last whole page of this generation: after a restart older pages lie behind. */
function writtenBytes(log: Buffer): number {
  const salt = log.subarray(16, 24)
  let end = 32
  while (end + pageBytes <= log.length && log.subarray(end + 8, end + 16).equals(salt)) end += pageBytes
  return end
}

test.each([[1, false], [2, true]] as const)('a power cut takes nothing that was acknowledged, and leaves no half of anything (%i)', (seed, hasCheckpoint) => {
  using folder = tempFolder()
  const { main, log, barriers } = record(folder, seed, hasCheckpoint)
  const ends = new Map(barriers.map(({ seq, head }) => [seq, head]))
  const random = randomOf(100 + seed)
  const kept = { nothingMore: 0, more: 0 }
  for (let trial = 0; trial < 150; trial++) {
    const at = random.below(barriers.length)
    const [reached, next] = [barriers[at]!, barriers[at + 1]]
    // Mostly the act after it was under way; sometimes many were, as with a disk that says it has written before it has.
    const written = next && random.chance(0.7) ? log.subarray(0, next.logBytes) : log
    const damage = random.pick(['cut', 'garbage', 'zeroed'] as const)
    writeFileSync(folder.file('after.tract'), main)
    writeFileSync(folder.file('after.tract-wal'), damaged(written, reached.logBytes, random, damage))
    using workspace = Workspace.open(folder.file('after.tract'), { ports: testPorts() })
    const seq = workspace.lastSeq()
    const told = `trial ${trial}: ${damage} after entry ${reached.seq}`
    const isSame = trial % 3 > 0 || (workspace.replay().kind === 'same' && workspace.fsck().ok)
    expect([told, seq >= reached.seq, workspace.verify(), isSame]).toEqual([told, true, { kind: 'intact', entries: seq, head: ends.get(seq) }, true])
    kept[seq === reached.seq ? 'nothingMore' : 'more']++
  }
  expect([kept.nothingMore > 20, kept.more > 20]).toEqual([true, true])
}, 60_000)

test('the model of a power cut sees a loss: without the barrier something acknowledged is gone', () => {
  using folder = tempFolder()
  const { main, log, barriers } = record(folder, 3, false)
  const last = barriers.at(-1)!
  writeFileSync(folder.file('after.tract'), main)
  writeFileSync(folder.file('after.tract-wal'), log.subarray(0, barriers[60]!.logBytes + 5))
  using workspace = Workspace.open(folder.file('after.tract'), { ports: testPorts() })
  expect([workspace.lastSeq(), workspace.lastSeq() < last.seq, workspace.verify().kind]).toEqual([barriers[60]!.seq, true, 'intact'])
})
