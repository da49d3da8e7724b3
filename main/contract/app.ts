import { type } from '@orpc/contract'
import type { FaultReport } from '../../core/model/fault.ts'
import type { EpochMs } from '../../core/model/ids.ts'
import { procedure } from './base.ts'

/** Why the open file takes no changes: somebody chose to only read it, or it is write-protected. */
export type ReadOnly = { readonly why: 'chosen' | 'protected'; readonly since: EpochMs }

export type AppInfo = {
  readonly host: 'electron' | 'web'
  readonly version: string
  readonly platform: 'linux' | 'mac' | 'windows' | 'other'
  /** The open workspace file, as a person names it. The path is for showing only. */
  readonly file: { readonly name: string; readonly path: string; readonly readOnly: ReadOnly | null }
  /** What went wrong while starting and should be known: settings that could not be read, and so on. */
  readonly notices: readonly FaultReport[]
}

export const app = {
  info: procedure.output(type<AppInfo>()),
}
