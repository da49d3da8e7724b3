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

/** Says anew what a running answer is: its branch may get another name meanwhile. */
export function setReplyRecord(db: WriteDb, call: string, record: string): void {
  db.run('update reply_buffers set record = ? where call = ?', record, call)
}

export function findReplyRecord(db: ReadDb, call: string): string | undefined {
  return db.get<{ record: string }>('select record from reply_buffers where call = ?', call)?.record
}

export function deleteReplyBuffer(db: WriteDb, call: string): void {
  db.run('delete from reply_buffers where call = ?', call)
}

export function listReplyBuffers(db: ReadDb): readonly ReplyBufferRow[] {
  return db.all<ReplyBufferRow>('select call, tract, text, record, lease_until as leaseUntil from reply_buffers order by rowid')
}
