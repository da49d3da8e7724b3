import type { Author } from './model/author.ts'
import { checkAuthor } from './model/checkAuthor.ts'
import type { StorageFacts } from './model/cleanUp.ts'
import type { TractConfig } from './model/config.ts'
import { type CustomContentType, typesWith } from './model/customTypes.ts'
import type { TractEvent } from './model/events.ts'
import { Fault } from './model/fault.ts'
import type { FsckDepth, FsckReport, RepairReport, SavedFile } from './model/fsck.ts'
import type { Page, WorkspaceId } from './model/ids.ts'
import type { Ports } from './model/ports.ts'
import type { ModelPrice } from './model/price.ts'
import type { SearchHit } from './model/search.ts'
import type { TractSummary } from './model/tractSummary.ts'
import { toolbox } from './capabilities/toolbox.ts'
import { watchWith } from './policies/look.ts'
import { backup } from './fsck/backup.ts'
import { fsck } from './fsck/fsck.ts'
import { repairCopy } from './fsck/repair.ts'
import { type SearchOptions, searchWorkspace } from './history/search/search.ts'
import { finishWiping } from './history/cleanUp/wipe.ts'
import { storageFacts } from './history/cleanUp/storage.ts'
import { createTract, getTractHandle, listTractSummaries, type NewTract } from './history/tractVerbs.ts'
import { type OpenWorkspace, openWorkspaceOf } from './journal/openWorkspace.ts'
import { replay, type ReplayReport } from './journal/replay.ts'
import { verify, type VerifyReport } from './journal/verify.ts'
import { watch, type WatchOptions } from './journal/watch.ts'
import { pricesOf } from './llm/prices.ts'
import { recoverReplies } from './llm/replyBuffer.ts'
import { realPorts } from './realPorts.ts'
import { checkTypes } from './store/customTypes.ts'
import { journalEnd } from './store/journalRows.ts'
import type { Database } from './store/database.ts'
import { loadDatabase, openDatabase, type OpenFileOptions } from './store/open.ts'
import { workspaceId } from './store/workspaceRow.ts'
import { Tract } from './tract.ts'

export type OpenOptions = OpenFileOptions & {
  /** Who acts when nobody else is named. Default `{ kind: 'user', id: 'user' }`. */
  readonly author?: Author
  /** Content types of your own, made by `customContentType`. Messages of one that is not given here read as their data. */
  readonly contentTypes?: readonly CustomContentType[]
  /** What models cost, by the names they are asked under: calls are recorded with their cost. (`ports.prices` finds them another way.) */
  readonly prices?: { readonly [model: string]: ModelPrice }
  readonly ports?: Partial<Ports>
}

export type LoadOptions = Omit<OpenOptions, 'ifMissing' | 'access'>

/** Checked before anything is opened or made. */
const authorIn = ({ author }: OpenOptions): Author => checkAuthor(author ?? { kind: 'user', id: 'user' })

/** Faults: `input/invalid`. */
const portsIn = ({ ports, prices }: OpenOptions): Ports => ({ ...realPorts, ...ports, ...(prices === undefined ? {} : { prices: pricesOf(prices) }) })

/** One SQLite file (`*.tract`) that holds many tracts. Close it: `using workspace = Workspace.open('work.tract')`. */
export class Workspace implements Disposable {
  readonly id: WorkspaceId
  /** null in memory. */
  readonly path: string | null
  readonly #file: OpenWorkspace
  readonly #author: Author
  readonly #closed = new AbortController()
  #dataVersion: number

  /**
   * Opens a file, or a workspace in memory (`:memory:`, the default). Opening a file of an older format to write brings it up to date, after a copy
   * of it was kept beside it. A leftover log beside it that belongs to another file is moved aside, and the `log` port is told where.
   * Faults: `file/not-found`, `file/not-tract`, `file/newer`, `file/older`, `file/damaged`, `file/busy`, `file/full`, `file/read-only`, `file/unusable`,
   * `runtime/old-node`, `content/type-changed`, `content/invalid`, `input/invalid`.
   * @example
   * using team = Workspace.open('team.tract', { prices: { 'gpt-4o': { inputUsd: 2.5, cachedInputUsd: 1.25, outputUsd: 10 } } })
   * team.create({ name: 'support' }).name // → 'support'
   */
  static open(path = ':memory:', options: OpenOptions = {}): Workspace {
    const author = authorIn(options)
    const ports = portsIn(options)
    return new Workspace(openDatabase(path, { ...options, log: ports.log, types: typesWith(options.contentTypes ?? []) }), ports, options, author)
  }

  /**
   * Reads a saved file into memory: a copy of its own, which goes nowhere until it is saved again (`backup`). An older format is brought up to date there.
   * Faults: `file/not-found`, `file/not-tract`, `file/newer`, `file/damaged`, `file/busy`, `file/unusable`, `runtime/old-node`, `content/type-changed`, `content/invalid`.
   * @example
   * await workspace.backup('saved.tract')
   * using copy = Workspace.load('saved.tract')
   * copy.path // → null
   */
  static load(path: string, options: LoadOptions = {}): Workspace {
    const author = authorIn(options)
    return new Workspace(loadDatabase(path, typesWith(options.contentTypes ?? [])), portsIn(options), options, author)
  }

  private constructor(db: Database, ports: Ports, options: OpenOptions, author: Author) {
    this.#file = openWorkspaceOf(db, ports)
    this.#author = author
    this.path = db.path
    try {
      checkTypes(db.read)
      this.id = workspaceId(db, ports)
      this.#dataVersion = db.dataVersion()
      if (options.access !== 'read') recoverReplies(this.#file)
      if (options.access !== 'read') finishWiping(this.#file)
      watchWith(this.#file, toolbox)
    } catch (error) {
      db.close()
      throw error
    }
  }

  /**
   * Makes a tract. Without a name it gets "Untitled tract" and a number. What `fill` writes, as for a conversation that comes from elsewhere, is part of the making: undo doesn't
   * reach it, and where it throws, nothing was made.
   * Faults: `tract/name-taken`, `tract/bad-name`, `ref/bad-name`, `config/bad-value`, `value/not-json`, those of what `fill` does.
   * @example
   * workspace.create({ name: 'boots', defaultBranch: 'trunk' }).status().head // → { kind: 'attached', branch: 'trunk', commit: null }
   * workspace.create({ name: 'hats' }, (hats) => hats.user('And hats?')).undo().kind // → 'nothing'
   */
  create(options?: NewTract, fill?: (tract: Tract) => void): Tract {
    return new Tract(createTract(this.#file, this.#author, options, fill && ((made) => fill(new Tract(made, this)))), this)
  }
  /**
   * Gives a tract by its id or name.
   * Faults: `tract/not-found`.
   * @example
   * workspace.get('Untitled tract').id === tract.id // → true
   */
  get(idOrName: string): Tract { return new Tract(getTractHandle(this.#file, this.#author, idOrName), this) }
  /**
   * Lists the tracts, most recently used first.
   * @example
   * workspace.create({ name: 'boots' })
   * workspace.list().map(({ name, messageCount }) => [name, messageCount]) // → [['boots', 0], ['Untitled tract', 3]]
   */
  list(): readonly TractSummary[] { return listTractSummaries(this.#file) }

  /**
   * Finds words in all tracts of the file: hidden and compressed messages and other branches too. What `text` may say: see `search` of a tract.
   * Faults: `search/bad-query`, `branch/not-found`, `cursor/bad`.
   * @example
   * workspace.search('return').items.map((hit) => hit.tract === tract.id) // → [true, true]
   */
  search(text: string, options?: SearchOptions): Page<SearchHit> { return searchWorkspace(this.#file, text, options) }

  /**
   * Tells what happens in the file, in order, from now on or after a journal position (`since`); what other processes write too. Ends when aborted or closed.
   * Faults: `journal/no-such-seq`.
   * @example
   * const events = workspace.events({ since: workspace.lastSeq() })
   * tract.user('And boots?')
   * for await (const event of events) if (event.type === 'commit.added') break
   */
  events(options?: WatchOptions): AsyncIterable<TractEvent> { return watch(this.#file, this.#closed.signal, options) }
  /**
   * Gives the position of the journal's last entry.
   * @example
   * workspace.lastSeq() === tract.operations().items[0]?.seq // → true
   */
  lastSeq(): number { return journalEnd(this.#file.db.read).gseq }
  /**
   * Looks whether another process has written, and lets `events` tell of it. Whoever knows of it calls this; nothing polls.
   * @example
   * workspace.poke()
   */
  poke(): void {
    const version = this.#file.db.dataVersion()
    if (version === this.#dataVersion) return
    this.#dataVersion = version
    for (const listener of this.#file.listeners) listener()
  }

  /**
   * Checks the journal's hash chain from the first entry.
   * @example
   * workspace.verify().kind // → 'intact'
   */
  verify(): VerifyReport { return verify(this.#file.db.read) }
  /**
   * Rebuilds every projection from the journal beside the live ones and compares. Changes nothing.
   * @example
   * workspace.replay().kind // → 'same'
   */
  replay(): ReplayReport { return replay(this.#file.db) }

  /**
   * Checks the file: `quick` its structure, `full` every hash and everything that follows from the journal, `deep` recounts and rebuilds too. Reads only.
   * Faults: `input/invalid`.
   * @example
   * workspace.fsck('full').findings // → []
   */
  fsck(depth?: FsckDepth): FsckReport { return fsck(this.#file.db, depth) }

  /**
   * Says what the file holds and what becomes of it: what models see, what is hidden or stands under summaries, what is left over, what is in the trash.
   * @example
   * workspace.storage().live.commits // → 3
   */
  storage(): StorageFacts { return storageFacts(this.#file) }
  /**
   * Writes a checked copy while work goes on; what lay at `path` is replaced at the last moment, whole.
   * Faults: `file/exists-open`, `file/save-failed`, `file/full`, `file/closed`.
   * @example
   * const saved = await workspace.backup('copy.tract')
   * saved.digest === workspace.fsck('full').digest // → true
   */
  backup(path: string, options?: { readonly signal?: AbortSignal }): Promise<SavedFile> { return backup(this.#file.db, path, options) }
  /**
   * Writes a copy in which what can be derived is derived again; the file itself stays as it is.
   * Faults: `file/exists-open`, `file/save-failed`, `file/full`, `file/closed`.
   * @example
   * const report = await workspace.repairCopy('repaired.tract')
   * report.repaired // → []
   */
  repairCopy(path: string, options?: { readonly signal?: AbortSignal }): Promise<RepairReport> { return repairCopy(this.#file, path, options) }

  /**
   * Ends answers under way (what arrived is kept) and `events`, then closes the file. Clients belong to whoever made them and stay open: a workspace makes none.
   * @example
   * const other = Workspace.open('other.tract')
   * other.close()
   * other.list() // ✗ 'file/closed'
   */
  close(): void {
    for (const end of this.#file.closing) end()
    this.#file.closing.clear()
    this.#closed.abort(new Fault('file/closed', { path: this.path }))
    this.#file.db.close()
  }
  [Symbol.dispose](): void { this.close() }
}

/** A tract that came with its file: `using tract = Tract.open('notes.tract')`. */
export type OpenTract = Tract & Disposable & { close(): void }

/**
 * Opens a file and one tract of it: the one named, else the one used last, else a new one. Settings given here apply from now on, as an
 * operation where they differ. Closing it closes the file. Faults: those of `Workspace.open`, `tract/not-found`.
 * @example
 * {
 *   using notes = Tract.open('notes.tract', { budget: { maxTokens: 8000 } })
 *   notes.user('Buy milk.')
 * }
 * using again = Tract.open('notes.tract')
 * again.status().messageCount // → 1
 */
export function openTract(path?: string, options: OpenOptions & TractConfig & { readonly tract?: string } = {}): OpenTract {
  const { tract, ...rest } = options
  const { ifMissing: _ifMissing, access: _access, author: _author, contentTypes: _contentTypes, prices: _prices, ports: _ports, ...config } = rest
  return tractIn(Workspace.open(path, rest), tract, config)
}

/**
 * Reads a saved file into memory: a copy of its own, which goes nowhere until it is saved again (`backup`). The tract used last, or a new one.
 * Faults: those of `Workspace.load`.
 * @example
 * await workspace.backup('saved.tract')
 * using copy = Tract.load('saved.tract')
 * copy.user('Only here.')
 * tract.status().messageCount // → 3
 */
export const loadTract = (path: string, options?: LoadOptions): OpenTract => tractIn(Workspace.load(path, options), undefined, {})

function tractIn(workspace: Workspace, name: string | undefined, config: TractConfig): OpenTract {
  try {
    const last = name ?? workspace.list()[0]?.id
    const tract = last === undefined ? workspace.create(config) : workspace.get(last)
    if (last !== undefined && Object.keys(config).length > 0) tract.configure(config)
    const close = (): void => workspace.close()
    return Object.assign(tract, { close, [Symbol.dispose]: close })
  } catch (error) {
    workspace.close()
    throw error
  }
}
