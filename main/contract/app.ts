import { type } from '@orpc/contract'
import { procedure } from './base.ts'

export type AppInfo = {
  readonly host: 'electron' | 'web'
  readonly version: string
  readonly platform: 'linux' | 'mac' | 'windows' | 'other'
  /** The open workspace file, as a person names it. The path is for showing only. */
  readonly file: { readonly name: string; readonly path: string }
}

export const app = {
  info: procedure.output(type<AppInfo>()),
}
