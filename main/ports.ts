export type { Clock, Ids, Log } from '../core/model/ports.ts'

/** What only a host can do with files. */
export type Files = {
  /** Shows the system's dialog; gives the chosen path, or null when the person changed their mind. Null where no dialog can be shown. */
  readonly chooseWorkspace: (() => Promise<string | null>) | null
}
