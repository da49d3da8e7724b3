import type { Autonomy } from './autonomy.ts'
import type { ContentType, Role } from './content.ts'

/** What the built-in policies can be told, as it is kept in the file. */
export type PolicySettings = {
  compress: { readonly policy: 'compress'; readonly threshold: number; readonly targetTokens?: number; readonly instructions?: string }
  pin: { readonly policy: 'pin'; readonly types: readonly ContentType[]; readonly roles: readonly Role[]; readonly patterns: readonly { readonly source: string; readonly flags: string }[] }
  branch: { readonly policy: 'branch'; readonly window: number; readonly switches: number; readonly ignore: readonly ContentType[] }
  archive: { readonly policy: 'archive'; readonly inactiveDays: number }
}[BuiltInPolicy]
export type BuiltInPolicy = 'compress' | 'pin' | 'branch' | 'archive'

/** One line of a tract's policies as its file keeps them. `settings` null: code of your own, to be named again after opening. */
export type KeptPolicy = { readonly name: string; readonly isOn: boolean; readonly autonomy: Autonomy | null; readonly settings: PolicySettings | null }
