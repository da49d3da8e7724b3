import type { ReadDb, WriteDb } from './database.ts'
import type { TractKey } from './tracts.ts'

export type ReplyBufferRow = { readonly call: string; readonly tract: TractKey; readonly text: string; readonly record: string; readonly leaseUntil: number }

/** Keeps what a running answer has brought so far. Not journaled: it is scratch until the answer ends. */
export function saveReplyBuffer(db: WriteDb, row: ReplyBufferRow): void {
  db.run(
    `insert into reply_buffers (call, tract, text, record, lease_until) values (?, ?, ?, ?, ?)
     on conflict (call) do update set text = excluded.text, lease_until = excluded.lease_until`,
    row.call, row.tract, row.text, row.record, row.leaseUntil,
  )
}

export function deleteReplyBuffer(db: WriteDb, call: string): void {
  db.run('delete from reply_buffers where call = ?', call)
}

export function listReplyBuffers(db: ReadDb): readonly ReplyBufferRow[] {
  return db.all<ReplyBufferRow>('select call, tract, text, record, lease_until as leaseUntil from reply_buffers order by rowid')
}
