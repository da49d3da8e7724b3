import { appendFileSync, copyFileSync, linkSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invariants } from '../../../core/fsck/invariants.ts'
import { Workspace } from '../../../core/workspace.ts'
import { damagedFiles } from '../../helpers/damagedFiles.ts'
import { makeFullFile } from '../../helpers/fullFile.ts'
import { tempFolder, type TempFolder } from '../../helpers/tempFolder.ts'
import { beyond, corruptors, noNumber, notYet, onDisk } from './corruptors.ts'

let sound: TempFolder
beforeAll(async () => {
  sound = tempFolder()
  await makeFullFile(sound.file())
})
afterAll(() => sound[Symbol.dispose]())

function copyOf(folder: TempFolder): string {
  copyFileSync(sound.file(), folder.file())
  damagedFiles.add(folder.file())
  return folder.file()
}

/** Runs SQL past the library, without the triggers that forbid it; puts them back unless told not to. */
function corrupt(path: string, sql: string, leaves?: 'no triggers'): void {
  const driver = new BetterSqlite3(path)
  const triggers = driver.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as { name: string; sql: string }[]
  driver.pragma('foreign_keys = off')
  if (!leaves) for (const { name } of triggers) driver.exec(`drop trigger ${name}`)
  driver.exec(sql)
  if (!leaves) for (const trigger of triggers) driver.exec(trigger.sql)
  driver.close()
}

function check(path: string, depth: 'quick' | 'full' | 'deep' = 'deep') {
  using workspace = Workspace.open(path)
  return workspace.fsck(depth)
}

test('a sound file has no findings, and every depth gives its digest or none', () => {
  using folder = tempFolder()
  const path = copyOf(folder)
  const reports = (['quick', 'full', 'deep'] as const).map((depth) => check(path, depth))
  const digest = expect.stringMatching(/^[0-9a-f]{64}$/) as string
  const counts = { tracts: 2, commits: expect.any(Number) as number, blobs: expect.any(Number) as number, entries: expect.any(Number) as number }
  expect(reports).toEqual([
    { ok: true, depth: 'quick', findings: [], counts, digest: null },
    { ok: true, depth: 'full', findings: [], counts, digest },
    { ok: true, depth: 'deep', findings: [], counts, digest: reports[1]?.digest },
  ])
})

describe('each invariant, broken in one way, is found broken', () => {
  test.each(corruptors)('$code: $what', ({ code, sql, whileOpen, leaves }) => {
    using folder = tempFolder()
    const path = copyOf(folder)
    if (!whileOpen) corrupt(path, sql, leaves)
    using workspace = Workspace.open(path)
    if (whileOpen) corrupt(path, sql, leaves)
    const { findings } = workspace.fsck('deep')
    const found = findings.filter((finding) => finding.code === code)
    expect({ codes: [...new Set(findings.map((finding) => finding.code))], texts: found.filter(({ text }) => !/^[A-Z0-9].*[.]$/.test(text) || /undefined|NaN|\[object/.test(text)) }).toEqual({
      codes: expect.arrayContaining([code]) as string[], texts: [],
    })
  })
})

describe('a repaired copy', () => {
  test.each(corruptors.filter(({ repair }) => repair !== undefined))('$code: $what', async ({ code, sql, leaves, repair }) => {
    using folder = tempFolder()
    const path = copyOf(folder)
    corrupt(path, sql, leaves)
    const bytes = readFileSync(path)
    const report = await repairOf(path, folder.file('repaired.tract'))
    const after = check(folder.file('repaired.tract'))
    expect({ codes: report.repaired.map((finding) => finding.code), left: report.left, findings: after.findings, original: readFileSync(path).equals(bytes), sameContent: contentOf(folder.file('repaired.tract')) === contentOf(sound.file()) }).toEqual({
      codes: expect.arrayContaining([code]) as string[], left: [], findings: [], original: true, sameContent: repair === 'same',
    })
  })
})

async function repairOf(path: string, to: string) {
  using workspace = Workspace.open(path)
  return await workspace.repairCopy(to)
}

/** Every row but what a repair adds to the journal, and what that leaves in the tracts. */
function contentOf(path: string): string {
  const driver = new BetterSqlite3(path, { readonly: true })
  const tables = ['authors', 'blobs', 'calls', 'commits', 'compressions', 'custom_types', 'merges', 'operations', 'partials', 'payloads', 'proposals', 'quarantine', 'refs', 'reply_buffers', 'segments', 'trash', 'workspace']
  const rows = tables.map((table) => driver.prepare(`select * from ${table} where ${table === 'authors' ? "name <> 'fsck'" : 'true'} order by 1, 2`).raw().all())
  const journal = driver.prepare("select * from journal where type <> 'repaired' order by 1").raw().all()
  const tracts = driver.prepare('select id, uuid, name, config, head_branch, head_commit, current_operation, redo, created_at, last_used_at from tracts order by 1').raw().all()
  driver.close()
  return JSON.stringify([rows, journal, tracts])
}

test('a repair is told in the journal of the tract, by the system', async () => {
  using folder = tempFolder()
  const path = copyOf(folder)
  corrupt(path, `update refs set "commit" = 3 where name = 'side'`)
  await repairOf(path, folder.file('repaired.tract'))
  const driver = new BetterSqlite3(folder.file('repaired.tract'), { readonly: true })
  const last = driver.prepare('select j.type, j.payload, j.act, a.kind, a.name from journal as j join authors as a on a.id = j.author order by gseq desc limit 1').get()
  driver.close()
  expect(last).toEqual({ type: 'repaired', payload: '{"codes":["I-30"]}', act: '{"verb":"repair","detail":"I-30"}', kind: 'system', name: 'fsck' })
})

describe('on the disk', () => {
  test.each<[string, string, (path: string) => void]>([
    ['I-02', 'bytes behind the last page', (path) => appendFileSync(path, Buffer.alloc(100))],
    ['I-03', 'a journal of another kind beside it', (path) => writeFileSync(`${path}-journal`, 'x')],
    ['I-04', 'another name for the same file', (path) => linkSync(path, `${path}.link`)],
    ['I-04', 'another file in its place', (path) => { renameSync(path, `${path}.old`); copyFileSync(`${path}.old`, path) }],
  ])('%s: %s', (code, _, damage) => {
    using folder = tempFolder()
    const path = copyOf(folder)
    using workspace = Workspace.open(path)
    damage(path)
    expect(workspace.fsck('quick').findings.map((finding) => finding.code)).toEqual([code])
  })

  test('I-07: a page of another table is told, and the rest is checked', () => {
    using folder = tempFolder()
    const path = copyOf(folder)
    const driver = new BetterSqlite3(path, { readonly: true })
    const page = driver.prepare("select rootpage from sqlite_schema where name = 'payloads'").pluck().get() as number
    driver.close()
    const bytes = readFileSync(path)
    bytes.fill(0xff, (page - 1) * 4096, (page - 1) * 4096 + 64)
    writeFileSync(path, bytes)
    const { ok, findings } = check(path, 'full')
    expect([ok, findings.some(({ code }) => code === 'I-07'), findings.some(({ code }) => code === 'I-11' || code === 'I-44')]).toEqual([false, true, false])
  })
})

test('every number of the specification has a check and a way to break it, or a reason why not', () => {
  const numbers = [...Array.from({ length: 75 }, (_, i) => `I-${String(i + 1).padStart(2, '0')}`), ...beyond]
  const broken = new Set([...corruptors.map(({ code }) => code), ...onDisk])
  expect({ checked: Object.keys(invariants), covered: [...Object.keys(invariants), ...Object.keys(notYet), ...noNumber].toSorted() }).toEqual({ checked: [...broken].toSorted(), covered: numbers })
})
