import { join } from 'node:path'
import { append } from '../../core/history/append.ts'
import { createTract } from '../../core/history/tractVerbs.ts'
import { openWorkspaceOf, type TractHandle } from '../../core/journal/openWorkspace.ts'
import { transact } from '../../core/journal/transact.ts'
import type { TractConfig } from '../../core/model/config.ts'
import type { Content } from '../../core/model/content.ts'
import { realPorts } from '../../core/realPorts.ts'
import { openDatabase } from '../../core/store/open.ts'
import { workspaceId } from '../../core/store/workspaceRow.ts'
import { text500 } from '../texts.ts'

const author = { kind: 'user', id: 'bench' } as const
export const message = (): Content => ({ type: 'dialogue', role: 'user', text: text500() })

/** A tract of `n` messages in a file of its own. `synchronous` NORMAL only takes the flush out of the comparison; the product flushes. */
export function filledTract(folder: string, name: string, n: number, synchronous: 'FULL' | 'NORMAL', config: TractConfig = {}): TractHandle {
  const db = openDatabase(join(folder, `${name}.tract`))
  db.pragma(`synchronous = ${synchronous}`)
  workspaceId(db, realPorts)
  const file = openWorkspaceOf(db, realPorts)
  const tract = createTract(file, author, { name, ...config })
  for (let left = n; left > 0; left -= 1000) addMessages(tract, Math.min(left, 1000))
  return tract
}

/** Messages in one operation. */
export function addMessages(tract: TractHandle, count: number): void {
  transact(tract, { verb: 'batch' }, () => {
    for (let i = 0; i < count; i++) append(tract, message())
  })
}
