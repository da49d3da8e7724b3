import type { Settings } from '../../main/contract/settings.ts'
import { queryClient } from '../queries/client.ts'
import { settingsQuery } from '../queries/settings.ts'
import type { Command } from './command.ts'

export type OwnKeys = Settings['keys']

/** The keys of a command as they are now: those somebody chose, else the ones it comes with. Nothing else may read `command.keys`. */
export const keysOf = (command: Pick<Command, 'id' | 'keys'>, own: OwnKeys = ownKeys()): readonly string[] => own[command.id] ?? command.keys

/** The one that is shown beside its name; undefined where it has none. */
export const firstKeyOf = (command: Pick<Command, 'id' | 'keys'>): string | undefined => keysOf(command)[0]

/** What was chosen, as far as the page knows it. */
export const ownKeys = (): OwnKeys => queryClient.getQueryData(settingsQuery().queryKey)?.keys ?? none
const none: OwnKeys = {}
