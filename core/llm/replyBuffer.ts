import { Fault } from '../model/fault.ts'
import type { PartialId } from '../model/ids.ts'
import { transact } from '../journal/transact.ts'
import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import { asTractId } from '../model/ids.ts'
import { deleteReplyBuffer, listReplyBuffers, type ReplyBufferRow, saveReplyBuffer } from '../store/replyBuffers.ts'
import { getTract } from '../store/tracts.ts'
import { closeEarlierTries, createPartial, type PartialRecord } from './partialRecords.ts'

/** A crash loses at most this much of an answer, in ms. */
const flushMs = 250
/** Whoever writes an answer renews its lease well within this; when it has passed, nobody writes any more. In ms. */
const leaseMs = 3000

export type ReplyBuffer = Disposable & {
  /** Takes the whole text so far; it is on disk at most 250 ms later. */
  take(text: string): void
}

/** Keeps a running answer's text in the file, so that a crash leaves it to be found. Disposing ends the timers; the row goes with the ending. */
export function openReplyBuffer(tract: TractHandle, record: PartialRecord): ReplyBuffer {
  const { clock, log } = tract.file.ports
  let text = ''
  let saved: string | null = null
  let timer: Disposable | null = null
  const save = (): void => {
    timer = clock.after(text === saved ? leaseMs / 3 : flushMs, save)
    try {
      const row = { call: record.call, tract: tract.key, text, record: JSON.stringify(record), leaseUntil: clock.now() + leaseMs }
      tract.file.db.write((db) => saveReplyBuffer(db, row))
      saved = text
    } catch (error) {
      log('warn', 'a running answer could not be kept on disk', { call: record.call, found: String(error) })
    }
  }
  save()
  return {
    take(whole) {
      const isFirst = saved === text
      text = whole
      if (!isFirst) return
      timer?.[Symbol.dispose]()
      timer = clock.after(flushMs, save)
    },
    [Symbol.dispose]: () => timer?.[Symbol.dispose](),
  }
}

/**
 * Makes unfinished answers of what a crash left. An answer whose lease still runs may be another process's: it is looked at again when the
 * lease has passed. Gives the number of answers found.
 */
export function recoverReplies(file: OpenWorkspace): number {
  const now = file.ports.clock.now()
  const rows = listReplyBuffers(file.db.read)
  const running = rows.filter(({ leaseUntil }) => leaseUntil > now)
  const waitMs = Math.min(...running.map(({ leaseUntil }) => leaseUntil - now + 1))
  if (running.length > 0) file.ports.clock.after(waitMs, () => recoverLater(file))
  return rows.filter(({ leaseUntil }) => leaseUntil <= now).filter((row) => tryOne(file, row)).length
}

function recoverLater(file: OpenWorkspace): void {
  try {
    recoverReplies(file)
  } catch (error) {
    file.ports.log('debug', 'recovery was not possible', { found: String(error) })
  }
}

/** A row that can't be read must not keep the whole file closed: it stays, and a check of the file tells of it. */
function tryOne(file: OpenWorkspace, row: ReplyBufferRow): boolean {
  try {
    return recoverOne(file, row)
  } catch (error) {
    if (Fault.is(error)) throw error
    file.ports.log('warn', 'an answer that was cut could not be read', { call: row.call, found: String(error) })
    return false
  }
}

function recoverOne(file: OpenWorkspace, row: ReplyBufferRow): boolean {
  const record = JSON.parse(row.record) as PartialRecord
  if (typeof record?.branch !== 'string') throw new Error('its record is not sound')
  const id = asTractId(getTract(file.db.read, row.tract).uuid)
  const tract: TractHandle = { file, key: row.tract, id, author: { kind: 'system', id: 'recovery' }, branch: null }
  return transact(tract, { verb: 'recover' }, (tx) => {
    const still = listReplyBuffers(tx.db).find(({ call }) => call === row.call)
    if (!still || still.leaseUntil !== row.leaseUntil) return false
    deleteReplyBuffer(tx.db, row.call)
    if (still.text === '') return false
    closeEarlierTries(tract, tx, record.respondsTo, null)
    createPartial(tract, tx, file.ports.ids.next() as PartialId, record, still.text, 'crash', file.ports.clock.now())
    return true
  })
}
