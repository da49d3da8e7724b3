import { copyFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fsck } from '../../../core/fsck/fsck.ts'
import { getTractHandle } from '../../../core/history/tractVerbs.ts'
import { digestOf } from '../../../core/journal/digest.ts'
import { type OpenWorkspace, openWorkspaceOf } from '../../../core/journal/openWorkspace.ts'
import { verify } from '../../../core/journal/verify.ts'
import { openDatabase } from '../../../core/store/open.ts'
import { Tract } from '../../../core/tract.ts'
import { Workspace } from '../../../core/workspace.ts'
import { actsOn } from '../../helpers/acts.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { randomOf } from '../../helpers/random.ts'
import { openSmallDisk, type SmallDisk } from '../../helpers/smallDisk.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

const mebibyte = 2 ** 20
const someone = { kind: 'user', id: 'ada' } as const

/** A file as it lies there before somebody begins to work. */
function makeFile(path: string): void {
  using workspace = Workspace.open(path)
  workspace.create({ name: 'full' }).user('the first')
}

/** Acts until there was no room ten times; gives the commits that were acknowledged, and what was said when there was none. */
function actUntilFull(file: OpenWorkspace, tract: Tract, seed: number): { readonly acknowledged: readonly string[]; readonly faults: readonly string[]; readonly changed: number } {
  const act = actsOn(tract, randomOf(seed))
  const [acknowledged, faults]: [string[], string[]] = [[], []]
  let changed = 0
  for (let i = 0; i < 200 && faults.length < 10; i++) {
    const before = digestOf(file.db.read)
    const code = faultOf(() => acknowledged.push(...act().commits))
    if (code === 'none') continue
    faults.push(code)
    if (JSON.stringify(digestOf(file.db.read)) !== JSON.stringify(before)) changed++
  }
  return { acknowledged, faults, changed }
}

/** One round: the disk fills up while somebody works, then there is room again, and the same handle goes on. */
function roundOn(disk: SmallDisk, left: number, seed: number): object {
  const file = openWorkspaceOf(openDatabase(disk.file()), testPorts())
  const tract = new Tract(getTractHandle(file, someone, 'full'))
  disk.fill(left)
  const { acknowledged, faults, changed } = actUntilFull(file, tract, seed)
  disk.fill('none')
  if (tract.status().head.kind === 'detached') tract.switch(tract.listBranches()[0]!.name)
  const after = tract.user('room again').hash
  const told = { faults: [...new Set(faults)], changed, lost: [...acknowledged, after].filter((hash) => tract.show(hash).commit.hash !== hash), isWriting: file.db.isWriting }
  file.db.close()
  const again = openWorkspaceOf(openDatabase(disk.file()), testPorts())
  const tractAgain = new Tract(getTractHandle(again, someone, 'full'))
  const lostAfterwards = [...acknowledged, after].filter((hash) => tractAgain.show(hash).commit.hash !== hash)
  const { findings } = fsck(again.db, 'deep')
  const chain = verify(again.db.read).kind
  again.db.close()
  return { ...told, lostAfterwards, findings, chain }
}

test('on a real disk of 1 MiB that fills up, forty times with ever more room, nothing acknowledged is lost', (context) => {
  const disk = openSmallDisk(mebibyte)
  if (typeof disk === 'string') return context.skip(disk)
  using _ = disk
  using folder = tempFolder()
  makeFile(folder.file())
  for (let round = 0; round < 40; round++) {
    for (const ending of ['', '-wal', '-shm']) rmSync(disk.file() + ending, { force: true })
    copyFileSync(folder.file(), disk.file())
    const outcome = roundOn(disk, round * 12 * 1024, round)
    expect([round, outcome]).toEqual([round, { faults: ['file/full'], changed: 0, lost: [], isWriting: false, lostAfterwards: [], findings: [], chain: 'intact' }])
  }
}, 120_000)
