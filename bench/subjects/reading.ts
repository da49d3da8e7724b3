import { diff } from '../../core/history/diff/diff.ts'
import { log } from '../../core/history/log.ts'
import { queryByConfig } from '../../core/history/search/queryByConfig.ts'
import { compile, status } from '../../core/history/status.ts'
import type { TractHandle } from '../../core/journal/openWorkspace.ts'
import type { ConfigQuery } from '../../core/model/search.ts'
import { Workspace } from '../../core/workspace.ts'
import type { Subject } from '../ratios.ts'

/** In a file that was just opened, so nothing is kept from before; every message is read. */
export function coldCompileSubject(path: string, at?: string): Subject {
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
      return workspace?.get(workspace.list()[0]?.id ?? '').compile(at === undefined ? {} : { at }).messages.length
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

export const logSubject = (tract: TractHandle, limit: number): Subject => ({ run: () => log(tract, { limit }).items.length })
export const statusSubject = (tract: TractHandle): Subject => ({ run: () => status(tract).tokenCount })
export const diffSubject = (tract: TractHandle, apart: number): Subject => ({ run: () => diff(tract, `HEAD~${apart}`, 'HEAD').changes.length })
/** The context of now, handed out again. */
export const warmCompileSubject = (tract: TractHandle): Subject => ({ run: () => compile(tract).tokenCount })
export const querySubject = (tract: TractHandle, query: ConfigQuery): Subject => ({ run: () => queryByConfig(tract, query).length })
