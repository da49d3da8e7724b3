import { append } from '../../core/history/append.ts'
import type { TractHandle } from '../../core/journal/openWorkspace.ts'
import { transact } from '../../core/journal/transact.ts'
import { filledTract, message } from './tracts.ts'

/** A tract whose answers were written with six models, ten temperatures and a hundred lengths, in turns. */
export function askedTract(folder: string, n: number): TractHandle {
  const tract = filledTract(folder, `asked-${n}`, 1, 'NORMAL')
  for (let first = 0; first < n; first += 1000) {
    transact(tract, { verb: 'batch' }, () => {
      for (let i = first; i < Math.min(first + 1000, n); i++) append(tract, message(), { config: { values: { model: `model-${i % 6}`, temperature: (i % 10) / 10, maxTokens: 1000 + (i % 100) }, levels: {} } })
    })
  }
  return tract
}
