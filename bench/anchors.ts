import { hash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { loadDriver } from '../core/store/runtime.ts'
import type { Subject } from './ratios.ts'
import { text500 } from './texts.ts'

/** What the machine itself needs for the same kind of work: the least any design could do, measured in the same run. */
export type Anchors = {
  /** One transaction of three bare statements (blob, commit, ref), flushed at each commit. */
  readonly commitFull: Subject
  /** The same without a flush. */
  readonly commitNormal: Subject
  /** One prepared read of one row. */
  readonly getOne: Subject
  /** Opens a file and reads one row. */
  readonly open: Subject
  /** Reads `n` rows of role, content and tokens into objects. */
  readonly readAll: (n: number) => Subject
}

const ddl = `create table b (id integer primary key, h text unique, c text, t int);
  create table c (id integer primary key, h text unique, p int, g int, b int references b (id));
  create table r (n text primary key, c int) without rowid; insert into r values ('main', 0)`

export function makeAnchors(folder: string): Anchors {
  mkdirSync(folder, { recursive: true })
  return {
    commitFull: bareCommit(join(folder, 'full.db'), 'FULL'),
    commitNormal: bareCommit(join(folder, 'normal.db'), 'NORMAL'),
    getOne: getOne(join(folder, 'get.db')),
    open: bareOpen(join(folder, 'open.db')),
    readAll: (n) => readAll(join(folder, `read-${n}.db`), n),
  }
}

function openFile(path: string, synchronous: 'FULL' | 'NORMAL') {
  const Driver = loadDriver()
  const db = new Driver(path)
  for (const line of ['journal_mode = WAL', `synchronous = ${synchronous}`, 'foreign_keys = ON']) db.pragma(line)
  return db
}

function bareCommit(path: string, synchronous: 'FULL' | 'NORMAL'): Subject {
  const db = openFile(path, synchronous)
  db.exec(ddl)
  const blob = db.prepare('insert into b (h, c, t) values (?, ?, ?)')
  const commit = db.prepare('insert into c (h, p, g, b) values (?, ?, ?, ?)')
  const ref = db.prepare("update r set c = ? where n = 'main'")
  let parent: number | bigint | null = null
  let generation = 0
  const act = db.transaction((key: string, text: string) => {
    const row = blob.run(key, text, 100).lastInsertRowid
    parent = commit.run(`c${key}`, parent, generation++, row).lastInsertRowid
    ref.run(parent)
  })
  const ready: [string, string][] = []
  return {
    prepare: (count) => {
      while (ready.length < count) {
        const text = text500()
        ready.push([hash('sha256', text), text])
      }
    },
    run: () => act.immediate(...(ready.pop() ?? ['', ''])),
  }
}

function filled(path: string, n: number) {
  const db = openFile(path, 'NORMAL')
  db.exec('create table m (g integer primary key, role text, c text, t int)')
  const insert = db.prepare('insert into m values (?, ?, ?, ?)')
  db.transaction(() => {
    for (let i = 0; i < n; i++) insert.run(i, i % 2 ? 'assistant' : 'user', text500(), 110)
  })()
  return db
}

function getOne(path: string): Subject {
  const get = filled(path, 10_000).prepare('select role, c, t from m where g = ?')
  let at = 0
  return { run: () => get.get((at = (at + 7919) % 10_000)) }
}

function readAll(path: string, n: number): Subject {
  const all = filled(path, n).prepare('select role, c, t from m order by g').raw()
  return { run: () => (all.all() as [string, string][]).map(([role, content]) => ({ role, content })) }
}

function bareOpen(path: string): Subject {
  filled(path, 1000).close()
  const Driver = loadDriver()
  return {
    run: () => {
      const db = new Driver(path)
      db.pragma('journal_mode = WAL')
      db.prepare('select max(g) from m').get()
      db.close()
    },
  }
}
