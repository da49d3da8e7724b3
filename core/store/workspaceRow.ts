import type { WorkspaceId } from '../model/ids.ts'
import type { Ports } from '../model/ports.ts'
import { microsOf } from '../model/time.ts'
import type { Database } from './database.ts'

/** The file's own id, given to it when it is first opened. */
export function workspaceId(db: Database, ports: Ports): WorkspaceId {
  const known = db.read.get<{ uuid: string }>('select uuid from workspace where id = 1')
  if (known) return known.uuid as WorkspaceId
  db.write((tx) => tx.run('insert or ignore into workspace (id, uuid, created_at) values (1, ?, ?)', ports.ids.next(), microsOf(ports.clock.now())))
  return workspaceId(db, ports)
}
