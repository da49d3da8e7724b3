import { join } from 'node:path'
import { append, appendPrepared } from '../core/history/append.ts'
import { log } from '../core/history/log.ts'
import { compile, status } from '../core/history/status.ts'
import { createTract } from '../core/history/tractVerbs.ts'
import { annotate } from '../core/history/annotate.ts'
import { openWorkspaceOf, type TractHandle } from '../core/journal/openWorkspace.ts'
import { transact } from '../core/journal/transact.ts'
import type { Content } from '../core/model/content.ts'
import { realPorts } from '../core/realPorts.ts'
import { hashOfCommit } from '../core/store/commits.ts'
import { openDatabase } from '../core/store/open.ts'
import { Workspace } from '../core/workspace.ts'
import { type PreparedContent, prepareContent } from '../core/history/prepareContent.ts'
import type { Subject } from './ratios.ts'
import { text500 } from './texts.ts'

const author = { kind: 'user', id: 'bench' } as const
const message = (): Content => ({ type: 'dialogue', role: 'user', text: text500() })

/** A tract of `n` messages in a file of its own. `synchronous` NORMAL only takes the flush out of the comparison; the product flushes. */
export function filledTract(folder: string, name: string, n: number, synchronous: 'FULL' | 'NORMAL'): TractHandle {
  const db = openDatabase(join(folder, `${name}.tract`))
  db.pragma(`synchronous = ${synchronous}`)
  const file = openWorkspaceOf(db, realPorts)
  const tract = createTract(file, author, { name })
  for (let left = n; left > 0; left -= 1000) {
    transact(tract, { verb: 'batch' }, () => {
      for (let i = 0; i < Math.min(left, 1000); i++) append(tract, message())
    })
  }
  return tract
}

/** Commits whose content was checked and counted before: the cost of the history itself. */
export function commitSubject(tract: TractHandle): Subject {
  const ready: PreparedContent[] = []
  const next = () => prepareContent(tract.file.db.read, message(), 'o200k_base')
  return {
    prepare: (count) => {
      while (ready.length < count) ready.push(next())
    },
    run: () => appendPrepared(tract, ready.pop() ?? next()),
  }
}

/** The same with the counting, as a person's message comes. */
export const countedCommitSubject = (tract: TractHandle): Subject => ({ run: () => append(tract, message()) })

/** A commit, and then the context with it. */
export function turnSubject(tract: TractHandle): Subject {
  const { run, ...rest } = commitSubject(tract)
  return { ...rest, run: () => (run(), compile(tract).tokenCount) }
}

export function hideSubject(tract: TractHandle): Subject {
  let isHidden = false
  const { db } = tract.file
  const target = hashOfCommit(db.read, append(tract, message()))
  const run = (): number => {
    isHidden = !isHidden
    annotate(tract, [target], isHidden ? 'skip' : 'normal')
    return compile(tract).tokenCount
  }
  return { run }
}

/** In a file that was just opened, so nothing is kept from before; every message is read. */
export function coldCompileSubject(path: string): Subject {
  const opened: Workspace[] = []
  const prepare = (count: number): void => {
    while (opened.length > 0) opened.pop()?.close()
    while (opened.length < count) opened.push(Workspace.open(path))
  }
  let next = 0
  return {
    prepare: (count) => ((next = 0), prepare(count)),
    run: () => {
      const workspace = opened[next++]
      return workspace?.get(workspace.list()[0]?.id ?? '').compile().messages.length
    },
  }
}

export function openSubject(path: string): Subject {
  return {
    run: () => {
      using workspace = Workspace.open(path)
      return workspace.get(workspace.list()[0]?.id ?? '').status().tokenCount
    },
  }
}

export const logSubject = (tract: TractHandle): Subject => ({ run: () => log(tract, { limit: 20 }).items.length })
export const statusSubject = (tract: TractHandle): Subject => ({ run: () => status(tract).tokenCount })
