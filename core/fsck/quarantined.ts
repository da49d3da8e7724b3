import { hashOf } from '../model/hash.ts'
import type { Json } from '../model/json.ts'
import { isRecord, jsonOf } from './jsonText.ts'

/** A row that was taken out, as the quarantine keeps it: its columns, bytes as hex, and a hash over them. */
export function quarantined(from: string, row: { readonly [column: string]: unknown }): string {
  const columns = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Buffer.isBuffer(value) ? { bytes: value.toString('hex') } : (value as Json)]))
  return JSON.stringify({ columns, hash: hashOfRow(from, columns) })
}

export function isSoundQuarantine(from: unknown, text: unknown): boolean {
  const value = jsonOf(text)
  return typeof from === 'string' && isRecord(value) && value['hash'] === hashOfRow(from, value['columns'])
}

const hashOfRow = (from: string, columns: unknown): string => hashOf('tract:quarantine:1', JSON.stringify([from, columns]))
