import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { append } from '../../../core/history/append.ts'
import { annotate } from '../../../core/history/annotate.ts'
import { createTract } from '../../../core/history/tractVerbs.ts'
import { digestOf } from '../../../core/journal/digest.ts'
import { type OpenWorkspace, openWorkspaceOf, type TractHandle } from '../../../core/journal/openWorkspace.ts'
import { replay } from '../../../core/journal/replay.ts'
import { transact } from '../../../core/journal/transact.ts'
import { verify } from '../../../core/journal/verify.ts'
import { listJournal } from '../../../core/store/journalRows.ts'
import { openDatabase } from '../../../core/store/open.ts'
import { Tract } from '../../../core/tract.ts'
import { actsOn } from '../../helpers/acts.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { randomOf } from '../../helpers/random.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** A workspace whose file may not grow by more than `pages`, as on a disk that is nearly full. */
function openNearlyFull(path: string, pages: number): { readonly file: OpenWorkspace; readonly tract: TractHandle; free(): void } {
  const file = openWorkspaceOf(openDatabase(path), testPorts())
  const tract = createTract(file, { kind: 'user', id: 'u' })
  say(tract, 'the first')
  file.db.pragma(`max_page_count = ${Number(file.db.pragma('page_count')) + pages}`)
  return { file, tract, free: () => void file.db.pragma('max_page_count = 1000000') }
}
const say = (tract: TractHandle, text: string) => append(tract, { type: 'dialogue', role: 'user', text: text.repeat(200) })
const texts = (file: OpenWorkspace) => file.db.read.rows<[string]>('select b.text from commits as c join blobs as b on b.id = c.blob order by c.id').map(([text]) => text.slice(0, text.length / 200))

describe('a disk that fills up', () => {
  test.each(Array.from({ length: 30 }, (_, pages) => pages))('with %i pages left nothing acknowledged is lost, and the same handle goes on when there is room', (pages) => {
    using folder = tempFolder()
    const { file, tract, free } = openNearlyFull(folder.file(), pages)
    const acknowledged = ['the first']
    const codes = new Set<string>()
    for (let i = 0; i < 40; i++) {
      const before = digestOf(file.db.read)
      const code = faultOf(() => say(tract, `message ${i} `))
      codes.add(code)
      if (code === 'none') acknowledged.push(`message ${i} `)
      else expect(digestOf(file.db.read)).toEqual(before)
    }
    expect([codes.has('file/full'), [...codes].filter((code) => code !== 'none' && code !== 'file/full'), file.db.isWriting]).toEqual([true, [], false])
    free()
    say(tract, 'room again')
    expect([texts(file), verify(file.db.read).kind, replay(file.db).kind]).toEqual([[...acknowledged, 'room again'], 'intact', 'same'])
    file.db.close()
    expect(integrity(folder.file())).toBe('ok')
  })

  test('at every page at which it may happen, acts of every kind are done or not at all', () => {
    let [pages, wasFull] = [-1, true]
    while (wasFull) {
      using folder = tempFolder()
      const { file, tract: handle, free } = openNearlyFull(folder.file(), ++pages)
      file.db.pragma('synchronous = off')
      const tract = new Tract(handle)
      const act = actsOn(tract, randomOf(5))
      const [acknowledged, codes] = [new Set<string>(), new Set<string>()]
      for (let i = 0; i < 150; i++) {
        const before = digestOf(file.db.read)
        const code = faultOf(() => act().commits.forEach((hash) => acknowledged.add(hash)))
        codes.add(code)
        if (code !== 'none') expect([code, digestOf(file.db.read)]).toEqual(['file/full', before])
      }
      wasFull = codes.has('file/full')
      free()
      if (tract.status().head.kind === 'detached') tract.switch(tract.listBranches()[0]!.name)
      acknowledged.add(tract.user('room again').hash)
      expect([[...acknowledged].filter((hash) => tract.show(hash).commit.hash !== hash), file.db.isWriting, verify(file.db.read).kind, replay(file.db).kind]).toEqual([[], false, 'intact', 'same'])
      file.db.close()
      expect(integrity(folder.file())).toBe('ok')
    }
    expect(pages).toBeGreaterThan(15)
  }, 60_000)

  test('a batch that catches the fault of one act loses all of it, never half', () => {
    using folder = tempFolder()
    const { file, tract, free } = openNearlyFull(folder.file(), 20)
    const first = file.db.read.get<{ hash: string }>('select lower(hex(hash)) as hash from commits')?.hash ?? ''
    const caught: string[] = []
    const outcome = faultOf(() => transact(tract, { verb: 'batch' }, () => {
      annotate(tract, [first], 'pinned')
      for (let i = 0; i < 60; i++) caught.push(faultOf(() => say(tract, `message ${i} `)))
      free()
      annotate(tract, [first], 'skip')
    }))
    expect([outcome, caught.includes('file/full'), texts(file), listJournal(file.db.read, 1, 99).length]).toEqual(['file/full', true, ['the first'], 2])
    say(tract, 'room again')
    expect([verify(file.db.read).kind, replay(file.db).kind]).toEqual(['intact', 'same'])
    file.db.close()
  })
})

function integrity(path: string): unknown {
  const driver = new BetterSqlite3(path)
  const found = driver.pragma('integrity_check', { simple: true })
  driver.close()
  return found
}
