import { type } from '@orpc/contract'
import type { FaultReport } from '../../core/model/fault.ts'
import { procedure } from './base.ts'

export type AppInfo = {
  readonly host: 'electron' | 'web'
  readonly version: string
  readonly platform: 'linux' | 'mac' | 'windows' | 'other'
  /** The open workspace file, as a person names it. The path is for showing only. */
  readonly file: { readonly name: string; readonly path: string }
  /** What went wrong while starting and should be known: settings that could not be read, and so on. */
  readonly notices: readonly FaultReport[]
}

export const app = {
  info: procedure.output(type<AppInfo>()),
}
