import type { OperationId } from '../../core/model/ids.ts'
import type { Operation } from '../../core/model/operation.ts'
import type { PastToast } from '../state/toasts.ts'
import { authorWords, operationTitle } from '../words/operations.ts'
import { operationKind } from './operationKind.ts'
import type { OperationKind } from './operationKind.ts'
import { notInEffect } from './takenBack.ts'

/** One line of the log: what was done, or what the screen said. */
export type LogEntry =
  | {
      readonly kind: 'operation'
      readonly key: string
      readonly at: number
      readonly operation: Operation
      readonly title: string
      /** `out`: taken back, or left behind by going back. `here`: the next undo takes it back. */
      readonly state: 'in' | 'out' | 'here'
    }
  | { readonly kind: 'toast'; readonly key: string; readonly at: number; readonly toast: PastToast }

/** `all` leaves out the messages that only repeat what was done. */
export type LogFilter = { readonly kind: 'all' | OperationKind | 'messages'; readonly text: string }

type Sources = { readonly operations: readonly Operation[]; readonly toasts: readonly PastToast[]; /** The act that the next undo takes back. */ readonly here: OperationId | null }

/** The log, newest first, as far as it is read. */
export function logEntries({ operations, toasts, here }: Sources, filter: LogFilter): readonly LogEntry[] {
  const taken = notInEffect(operations)
  const byId = new Map(operations.map((operation) => [operation.id, operation]))
  const lines = filter.kind === 'messages' ? [] : operations.map((operation): LogEntry => {
    const about = operation.cause.kind === 'direct' ? undefined : byId.get(operation.cause.of)
    const state = operation.id === here ? 'here' : taken.has(operation.id) ? 'out' : 'in'
    return { kind: 'operation', key: operation.id, at: operation.at, operation, title: operationTitle(operation, about), state }
  })
  const said = toasts.filter(({ tone }) => filter.kind === 'messages' || (filter.kind === 'all' && tone === 'fault'))
  const merged = inTime(lines, said.map((toast): LogEntry => ({ kind: 'toast', key: `toast ${toast.id}`, at: toast.at, toast })))
  return merged.filter((entry) => fits(entry, filter))
}

/** Both newest first. */
function inTime(lines: readonly LogEntry[], said: readonly LogEntry[]): readonly LogEntry[] {
  if (said.length === 0) return lines
  const merged: LogEntry[] = []
  let at = 0
  for (const line of lines) {
    const from = at
    while ((said[at]?.at ?? -Infinity) >= line.at) at += 1
    merged.push(...said.slice(from, at), line)
  }
  return [...merged, ...said.slice(at)]
}

function fits(entry: LogEntry, { kind, text }: LogFilter): boolean {
  if (entry.kind === 'operation' && kind !== 'all' && kind !== operationKind(entry.operation)) return false
  const wanted = text.trim().toLowerCase()
  return wanted === '' || wordsOf(entry).toLowerCase().includes(wanted)
}

const wordsOf = (entry: LogEntry): string =>
  entry.kind === 'toast' ? `${entry.toast.text} ${entry.toast.hint ?? ''}` : [entry.title, authorWords(entry.operation.author), ...touched(entry.operation).map(({ ref }) => refName(ref))].join(' ')

/** The branches and bookmarks it moved; where the end of a branch was before is the tract's own note. */
export const touched = ({ refs }: Pick<Operation, 'refs'>): Operation['refs'] => refs.filter(({ ref }) => ref !== 'ORIG_HEAD')

/** A branch or bookmark as people call it. */
export const refName = (ref: string): string => ref.replace(/^tag:/, '')
