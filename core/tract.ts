import { configOf } from './history/configOf.ts'
import { getBranch } from './history/refs/branches.ts'
import { dryRun } from './history/dryRun.ts'
import { syncResult } from './history/syncResult.ts'
import { configureTract, renameTract } from './history/tractVerbs.ts'
import { transact } from './journal/transact.ts'
import type { Author } from './model/author.ts'
import { checkAuthor } from './model/checkAuthor.ts'
import type { TractConfig } from './model/config.ts'
import type { DryRun } from './model/effect.ts'
import type { TractId } from './model/ids.ts'
import type { Operation } from './model/operation.ts'
import { getTract } from './store/tracts.ts'
import type { TractHandle } from './journal/openWorkspace.ts'
import { PolicyVerbs } from './tract/policing.ts'
import type { Workspace } from './workspace.ts'

/** Gives `T` back unless it is a promise; used to refuse async bodies while you type. */
type Sync<T> = T extends PromiseLike<unknown> ? never : T

/**
 * One conversation with all its branches: each verb is one line that names the function behind it, where its faults are told. Any write may also
 * fault with `file/read-only`, `file/busy`, `file/full`, `file/moved`; any use after closing with `file/closed`.
 */
export class Tract extends PolicyVerbs {
  readonly #workspace: Workspace | null

  /** Made by a workspace. */
  constructor(handle: TractHandle, workspace: Workspace | null = null) {
    super(handle)
    this.#workspace = workspace
  }

  /** The file it lies in. */
  get workspace(): Workspace {
    if (this.#workspace === null) throw new Error('BUG: this tract was made without a workspace')
    return this.#workspace
  }
  get id(): TractId { return this.handle.id }
  get name(): string { return getTract(this.handle.file.db.read, this.handle.key).name }
  get config(): Required<TractConfig> { return configOf(this.handle) }

  /**
   * Gives the tract another name; null where it has it already.
   * Faults: `tract/name-taken`, `tract/bad-name`.
   * @example
   * tract.rename('Shoes')?.verb // → 'rename'
   * tract.name // → 'Shoes'
   */
  rename(name: string): Operation | null { return renameTract(this.handle, name) }
  /**
   * Changes settings: budget (tokens), defaults for models, encoding. What isn't named stays; null where all is as it was.
   * Faults: `config/bad-value`, `value/not-json`.
   * @example
   * tract.configure({ budget: { maxTokens: 8000 } })?.verb // → 'configure'
   * tract.configure({ budget: { maxTokens: 8000 } }) // → null
   */
  configure(changes: TractConfig): Operation | null { return configureTract(this.handle, changes) }
  /**
   * Gives the same tract, acting as someone else: commits and journal entries carry that author. A string means an agent's id.
   * @example
   * tract.as('researcher').user('Found it.').author // → { kind: 'agent', id: 'researcher' }
   */
  as(author: Author | string): Tract { return new Tract({ ...this.handle, author: checkAuthor(typeof author === 'string' ? { kind: 'agent', id: author } : author) }, this.#workspace) }
  /**
   * Gives the same tract, bound to a branch: it writes and reads there wherever HEAD is.
   * Faults: `branch/not-found`.
   * @example
   * tract.branch('side', { switch: false })
   * tract.on('side').user('And boots?')
   * tract.status().messageCount // → 3
   */
  on(branch: string): Tract { return new Tract({ ...this.handle, branch: getBranch(this.handle, branch).name }, this.#workspace) }

  /**
   * Makes one operation of many acts: all of it or nothing. A nested batch joins the outer one. The body is synchronous; ask the model before or after.
   * Faults: those of the body, `batch/async`.
   * @example
   * tract.batch(() => [tract.edit(answer.hash, '30 days.'), tract.annotate(answer.hash, 'pinned')])
   * tract.undo()
   * tract.history(answer.hash).versions.length // → 1
   */
  batch<R>(body: () => Sync<R>): R {
    return transact(this.handle, { verb: 'batch' }, () => syncResult(body()))
  }

  /**
   * Runs the body, takes everything back, and says what it would have done: to see what a merge, a compression or any mix of acts comes to.
   * Nothing is written, no event is sent. Faults: those of the body, `batch/async`.
   * @example
   * const { effect } = tract.dryRun(() => tract.annotate(question.hash, 'skip'))
   * effect.changes.map(({ kind }) => kind) // → ['removed', 'annotated']
   * tract.status().messageCount // → 3
   */
  dryRun<R>(body: () => Sync<R>): DryRun<R> { return dryRun<R>(this.handle, body) }
}
