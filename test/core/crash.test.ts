import { existsSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { Workspace } from '../../core/workspace.ts'
import { type Child, startChild } from '../helpers/children.ts'
import { journalOf, journalProblems } from '../helpers/journalOf.ts'
import { randomOf } from '../helpers/random.ts'
import { tempFolder } from '../helpers/tempFolder.ts'
import type { Ack } from '../helpers/writerChild.ts'

const startWriter = (path: string, seed: number, count = 0, branch = '-'): Child<Ack> => startChild('writerChild.ts', path, String(seed), String(count), branch)

/** What of the acknowledged acts is not in the file as it lies there now. */
function findLost(path: string, acks: readonly Ack[]): readonly string[] {
  using workspace = Workspace.open(path)
  const tract = workspace.get('shared')
  const here = (hash: string) => {
    try {
      return tract.show(hash).commit.hash === hash
    } catch {
      return false
    }
  }
  const last = acks.at(-1)
  const lost = acks.flatMap(({ verb, commits }) => commits.filter((hash) => !here(hash)).map((hash) => `${verb} ${hash}`))
  return [...lost, ...(last && workspace.lastSeq() < last.seq ? [`the journal ends at ${workspace.lastSeq()}, not ${last.seq}`] : [])]
}

/** After the last acknowledged act there is nothing, or one act as a whole. */
function checkEnd(path: string, last: Ack | undefined): void {
  if (!last) return
  using workspace = Workspace.open(path)
  const tract = workspace.get('shared')
  if (workspace.lastSeq() === last.seq) {
    const { head } = tract.status()
    const branches = Object.fromEntries(tract.listBranches().map(({ name, commit }) => [name, commit]))
    const tags = Object.fromEntries(tract.listTags().map(({ name, commit }) => [name, commit]))
    expect({ head: head.kind === 'attached' ? head.branch : head.commit, branches, tags }).toEqual({ head: last.head, branches: last.branches, tags: last.tags })
  }
  const more = new Set(journalOf(path).filter(({ gseq }) => gseq > last.seq).map(({ operation }) => operation))
  expect(more.size).toBeLessThanOrEqual(1)
}

function checkWhole(path: string, depth: 'quick' | 'deep' = 'deep'): void {
  using workspace = Workspace.open(path)
  const driver = new BetterSqlite3(path)
  const integrity = [driver.pragma('integrity_check', { simple: true }), driver.pragma('foreign_key_check')]
  driver.close()
  expect([workspace.verify().kind, workspace.replay().kind, workspace.fsck(depth).findings, integrity, journalProblems(journalOf(path))]).toEqual(['intact', 'same', [], ['ok', []], []])
  for (const { id } of workspace.list()) for (const { name, commit } of workspace.get(id).listBranches()) {
    if (commit === null) continue
    const branch = workspace.get(id).on(name)
    expect([branch.status().messageCount, branch.status().tokenCount]).toEqual([branch.compile().messages.length, branch.compile().tokenCount])
  }
}

describe('kill -9 while acts are acknowledged', () => {
  test.each(Array.from({ length: 4 }, (_, i) => i))('loses none of them, ten times over on the same file, which is whole each time (%i)', async (round) => {
    using folder = tempFolder()
    const random = randomOf(1000 + round)
    const verbs = new Set<string>()
    for (let kill = 0; kill < 10; kill++) {
      const child = startWriter(folder.file(), round * 100 + kill)
      await child.said(1 + random.below(40))
      await child.kill()
      for (const { verb } of child.lines) verbs.add(verb)
      expect(findLost(folder.file(), child.lines)).toEqual([])
      checkEnd(folder.file(), child.lines.at(-1))
      checkWhole(folder.file(), kill < 9 ? 'quick' : 'deep')
    }
    expect(verbs.size).toBeGreaterThan(10)
  }, 120_000)

  test('while the file is being made leaves a file that opens', async () => {
    const random = randomOf(7)
    for (let kill = 0; kill < 6; kill++) {
      using folder = tempFolder()
      const child = startWriter(folder.file(), kill)
      const isThere = () => existsSync(folder.file())
      for (let looks = 0; !isThere() && looks < 1_000_000; looks++) await new Promise((resolve) => setImmediate(resolve))
      for (let looks = random.below(40); looks > 0; looks--) await new Promise((resolve) => setImmediate(resolve))
      await child.kill()
      using workspace = Workspace.open(folder.file())
      expect([workspace.verify().kind, workspace.create({ name: 'after' }).user('hi').generation]).toEqual(['intact', 0])
    }
  }, 60_000)
})

describe('two processes on one file', () => {
  test('lose nothing on the same branch and on different ones, wait for each other, and keep one chain', async () => {
    using folder = tempFolder()
    using workspace = Workspace.open(folder.file())
    const tract = workspace.create({ name: 'shared' })
    tract.user('first')
    for (const name of ['left', 'right']) tract.branch(name, { switch: false })
    const told: string[] = []
    const listening = (async () => {
      for await (const event of workspace.events()) if (event.type === 'commit.added') told.push(event.commit)
    })()
    const children = [startWriter(folder.file(), 1, 150, 'left'), startWriter(folder.file(), 2, 150, 'right'), startWriter(folder.file(), 3, 150, 'main'), startWriter(folder.file(), 4, 150, 'main')]
    for (let i = 0; i < 50; i++) tract.user(`here ${i}`)
    await Promise.all(children.map((child) => child.ended()))
    expect(children.flatMap(({ lines }) => findLost(folder.file(), lines))).toEqual([])
    const lengths = ['main', 'left', 'right'].map((name) => tract.on(name).status().commitCount)
    const onMain = new Set(tract.log({ limit: 1000 }).items.map(({ hash }) => String(hash)))
    const said = children.slice(2).flatMap(({ lines }) => lines.flatMap(({ commits }) => commits))
    expect([lengths, said.filter((hash) => !onMain.has(hash))]).toEqual([[351, 151, 151], []])
    workspace.poke()
    tract.user('the last')
    while (told.length < 651) await new Promise((resolve) => setImmediate(resolve))
    workspace.close()
    await listening
    expect(new Set(told).size).toBe(651)
    checkWhole(folder.file())
  }, 120_000)

  test('that do anything at all leave a whole file', async () => {
    using folder = tempFolder()
    {
      using workspace = Workspace.open(folder.file())
      workspace.create({ name: 'shared' })
    }
    const children = [startWriter(folder.file(), 11, 120), startWriter(folder.file(), 12, 120)]
    await Promise.all(children.map((child) => child.ended()))
    expect(children.flatMap(({ lines }) => findLost(folder.file(), lines))).toEqual([])
    checkWhole(folder.file())
  }, 120_000)

  test('may make the file at the same moment', async () => {
    for (let round = 0; round < 4; round++) {
      using folder = tempFolder()
      await Promise.all([1, 2].map((seed) => startWriter(folder.file(), seed, 0 + 1, '-').ended().catch((error: Error) => expect(error.message).toContain('tract/name-taken'))))
      checkWhole(folder.file())
    }
  }, 60_000)
})
