import type { Priority, Role } from '../model/content.ts'
import type { CustomContentType } from '../model/customTypes.ts'
import { Fault } from '../model/fault.ts'
import type { ReadDb, WriteDb } from './database.ts'

/** A content type of a program's own, as it was when a message first had it. */
export type RecordedType = { readonly name: string; readonly role: Role; readonly priority: Priority }

export const listRecordedTypes = (db: ReadDb): readonly RecordedType[] => db.all('select name, role, priority from custom_types order by name')

/** Faults where a type that the file was opened with is in use and was something else then: `content/type-changed`. */
export function checkTypes(db: ReadDb): void {
  for (const recorded of listRecordedTypes(db)) {
    const custom = db.types.get(recorded.name)?.custom
    if (custom) checkSame(recorded, custom)
  }
}

/** Notes what a type is when a message first has it. Faults: `content/type-changed`. */
export function recordType(db: WriteDb, custom: CustomContentType): void {
  const recorded = db.get<RecordedType>('select name, role, priority from custom_types where name = ?', custom.type)
  if (recorded) checkSame(recorded, custom)
  else db.run('insert into custom_types (name, role, priority) values (?, ?, ?)', custom.type, custom.role, custom.priority)
}

function checkSame(recorded: RecordedType, { type, role, priority }: CustomContentType): void {
  const found = [
    ...(recorded.role === role ? [] : [`its role is ${recorded.role}, not ${role}`]),
    ...(recorded.priority === priority ? [] : [`its messages start ${recorded.priority}, not ${priority}`]),
  ]
  if (found.length > 0) throw new Fault('content/type-changed', { type, found: found.join(', and ') })
}
