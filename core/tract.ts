import { configOf } from './history/configOf.ts'
import { getBranch } from './history/branches.ts'
import { configureTract, renameTract } from './history/tractVerbs.ts'
import { transact } from './journal/transact.ts'
import type { Author } from './model/author.ts'
import type { OperationConfigs, TractConfig } from './model/config.ts'
import { Fault } from './model/fault.ts'
import type { TractId } from './model/ids.ts'
import { getTract } from './store/tracts.ts'
import { ModelVerbs } from './tract/models.ts'

/** Gives `T` back unless it is a promise; used to refuse async bodies while you type. */
type Sync<T> = T extends PromiseLike<unknown> ? never : T

/**
 * One conversation with all its branches: each verb is one line that names the function behind it, where its faults are told. Any write may also
 * fault with `file/read-only`, `file/busy`, `file/full`, `file/moved`; any use after closing with `file/closed`.
 */
export class Tract extends ModelVerbs {
  get id(): TractId { return this.handle.id }
  get name(): string { return getTract(this.handle.file.db.read, this.handle.key).name }
  get config(): Required<TractConfig> { return configOf(this.handle) }

  rename(name: string): void { renameTract(this.handle, name) }
  configure(changes: TractConfig): void { configureTract(this.handle, changes) }
  /** Settings per job; what a job doesn't set comes from `defaultConfig`. Jobs not named stay as they are. */
  configureOperations(operations: OperationConfigs): void { configureTract(this.handle, { operations: { ...this.config.operations, ...operations } }) }
  /** The same tract, acting as someone else. A string means an agent's id. */
  as(author: Author | string): Tract { return new Tract({ ...this.handle, author: typeof author === 'string' ? { kind: 'agent', id: author } : author }) }
  /** The same tract, bound to a branch: it writes and reads there wherever HEAD is. Faults: `branch/not-found`. */
  on(branch: string): Tract { return new Tract({ ...this.handle, branch: getBranch(this.handle, branch).name }) }

  /**
   * Makes one operation of many: all of it or nothing. A nested batch joins the outer one. The body is synchronous; ask the model before or after.
   * Faults: those of the body, `batch/async`.
   */
  batch<R>(body: () => Sync<R>): R {
    return transact(this.handle, { verb: 'batch' }, () => {
      const result = body()
      if (typeof (result as { then?: unknown } | null | undefined)?.then === 'function') {
        // What the body still throws has nobody to catch it any more.
        Promise.resolve(result).catch(() => {})
        throw new Fault('batch/async', {})
      }
      return result
    })
  }
}
