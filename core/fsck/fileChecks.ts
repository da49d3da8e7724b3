import { Fault } from '../model/fault.ts'
import { checkStructure, compareSchema, listDangling, listWrongMarks, listWrongSettings, statOnDisk } from '../store/fsckFile.ts'
import { readWorkspace } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import type { Subject } from './subject.ts'

export function* checkMarks({ file, db }: Subject): Iterable<Found> {
  for (const mark of listWrongMarks(file)) yield { code: 'I-01', text: `The file's ${mark}` }
  const rows = readWorkspace(db)
  const [row] = rows
  const isSound = rows.length === 1 && row?.id === 1 && typeof row.uuid === 'string' && row.uuid !== '' && Number.isSafeInteger(row.createdAt) && Number.isSafeInteger(row.searched) && row.searched >= 0
  if (!isSound) yield { code: 'I-01', text: `The file has ${rows.length} rows that say which file it is, or one that can't be` }
}

export function* checkOnDisk({ file }: Subject): Iterable<Found> {
  const disk = statOnDisk(file)
  if (file.path !== null) yield* checkPlace(file)
  if (disk === null) return
  const { sizeBytes, expectedBytes, pageBytes } = disk
  if (sizeBytes % pageBytes !== 0 || (!disk.hasUnwritten && sizeBytes !== expectedBytes)) yield { code: 'I-02', text: `The file has ${sizeBytes} bytes; ${expectedBytes} belong to it` }
  if (disk.hasJournal) yield { code: 'I-03', text: 'A file with the same name and -journal lies beside it: another program has worked on this file, or on another one in its place' }
  if (disk.links !== 1) yield { code: 'I-04', text: `The file has ${disk.links} names: opened under two of them it would be damaged` }
}

function* checkPlace(file: Subject['file']): Iterable<Found> {
  try {
    file.checkPath()
  } catch (error) {
    yield { code: 'I-04', text: `Another file lies where this one was opened: ${Fault.is(error) ? error.message : String(error)}` }
  }
}

export function* checkQuickly({ db }: Subject): Iterable<Found> {
  for (const line of checkStructure(db, 'quick')) yield { code: 'I-07', text: `SQLite finds: ${line}`, repair: ofIndex(line) }
}

export function* checkWholly({ db }: Subject): Iterable<Found> {
  for (const line of checkStructure(db, 'full')) yield { code: 'I-07', text: `SQLite finds: ${line}`, repair: ofIndex(line) }
}

/** An index can be made again from its table. */
const ofIndex = (line: string) => (/^(row \d+ missing from index|wrong # of entries in index)/.test(line) ? 'safe' : 'none')

export function* checkForeignKeys({ db }: Subject): Iterable<Found> {
  for (const { table, rowid, parent } of listDangling(db)) {
    const isProjection = ['refs', 'partials'].includes(table)
    yield { code: 'I-08', text: `Row ${rowid ?? '?'} of ${table} names a row of ${parent} that isn't there`, repair: isProjection || table === 'payloads' ? 'safe' : 'none' }
  }
}

export function* checkSettings({ file }: Subject): Iterable<Found> {
  for (const setting of listWrongSettings(file)) yield { code: 'I-09', text: `The setting ${setting}`, ...(setting.startsWith('auto_vacuum') && { severity: 'warning' }) }
}

export function* checkSchema({ db }: Subject): Iterable<Found> {
  const { missing, changed, foreign } = compareSchema(db)
  for (const { type, name } of missing) yield { code: type === 'trigger' ? 'I-50' : 'I-10', text: `The ${type} ${name} is missing`, repair: type === 'table' ? 'none' : 'safe' }
  for (const { type, name } of changed) yield { code: type === 'trigger' ? 'I-50' : 'I-10', text: `The ${type} ${name} is not as it must be`, repair: type === 'table' ? 'none' : 'safe' }
  for (const { type, name } of foreign) yield { code: 'I-10', text: `There is a ${type} ${name}, which Tract never makes`, repair: 'offered' }
}
