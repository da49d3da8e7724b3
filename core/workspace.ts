import type { Author } from './model/author.ts'
import type { TractConfig } from './model/config.ts'
import { type CustomContentType, typesWith } from './model/customTypes.ts'
import type { TractEvent } from './model/events.ts'
import { Fault } from './model/fault.ts'
import type { FsckDepth, FsckReport, RepairReport, SavedFile } from './model/fsck.ts'
import type { Page, WorkspaceId } from './model/ids.ts'
import type { Ports } from './model/ports.ts'
import type { SearchHit } from './model/search.ts'
import type { TractSummary } from './model/tractSummary.ts'
import { backup } from './fsck/backup.ts'
import { fsck } from './fsck/fsck.ts'
import { repairCopy } from './fsck/repair.ts'
import { type SearchOptions, searchWorkspace } from './history/search.ts'
import { createTract, getTractHandle, listTractSummaries, type NewTract } from './history/tractVerbs.ts'
import { type OpenWorkspace, openWorkspaceOf } from './journal/openWorkspace.ts'
import { replay, type ReplayReport } from './journal/replay.ts'
import { verify, type VerifyReport } from './journal/verify.ts'
import { watch, type WatchOptions } from './journal/watch.ts'
import { recoverReplies } from './llm/replyBuffer.ts'
import { realPorts } from './realPorts.ts'
import { checkTypes } from './store/customTypes.ts'
import { journalEnd } from './store/journalRows.ts'
import { openDatabase, type OpenFileOptions } from './store/open.ts'
import { workspaceId } from './store/workspaceRow.ts'
import { Tract } from './tract.ts'

export type OpenOptions = OpenFileOptions & {
  /** Who acts when nobody else is named. Default `{ kind: 'user', id: 'user' }`. */
  readonly author?: Author
  /** Content types of your own, made by `customContentType`. Messages of one that is not given here read as their data. */
  readonly contentTypes?: readonly CustomContentType[]
  readonly ports?: Partial<Ports>
}

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
   * of it was kept beside it.
   * Faults: `file/not-found`, `file/not-tract`, `file/newer`, `file/older`, `file/damaged`, `file/busy`, `file/full`, `file/read-only`, `file/unusable`,
   * `runtime/old-node`, `content/type-changed`, `content/invalid`.
   */
  static open(path = ':memory:', options: OpenOptions = {}): Workspace {
    return new Workspace(path, options)
  }

  private constructor(path: string, options: OpenOptions) {
    const ports = { ...realPorts, ...options.ports }
    const db = openDatabase(path, { ...options, log: ports.log, types: typesWith(options.contentTypes ?? []) })
    this.#file = openWorkspaceOf(db, ports)
    this.#author = options.author ?? { kind: 'user', id: 'user' }
    this.path = db.path
    try {
      checkTypes(db.read)
      this.id = workspaceId(db, ports)
      this.#dataVersion = db.dataVersion()
      if (options.access !== 'read') recoverReplies(this.#file)
    } catch (error) {
      db.close()
      throw error
    }
  }

  /** Faults: `tract/name-taken`, `tract/bad-name`, `value/not-json`. */
  create(options?: NewTract): Tract { return new Tract(createTract(this.#file, this.#author, options)) }
  /** By id or name. Faults: `tract/not-found`. */
  get(idOrName: string): Tract { return new Tract(getTractHandle(this.#file, this.#author, idOrName)) }
  /** Most recently used first. */
  list(): readonly TractSummary[] { return listTractSummaries(this.#file) }

  /** Full text over all tracts of the file. Faults: `search/bad-query`, `branch/not-found`, `cursor/bad`. */
  search(text: string, options?: SearchOptions): Page<SearchHit> { return searchWorkspace(this.#file, text, options) }

  /** What happens in the file, in order, from now on or from a journal position. Faults: `journal/no-such-seq`. */
  events(options?: WatchOptions): AsyncIterable<TractEvent> { return watch(this.#file, this.#closed.signal, options) }
  /** The position of the journal's last entry. */
  lastSeq(): number { return journalEnd(this.#file.db.read).gseq }
  /** Looks whether another process has written, and lets `events` tell of it. */
  poke(): void {
    const version = this.#file.db.dataVersion()
    if (version === this.#dataVersion) return
    this.#dataVersion = version
    for (const listener of this.#file.listeners) listener()
  }

  /** Checks the journal's hash chain from the first entry. */
  verify(): VerifyReport { return verify(this.#file.db.read) }
  /** Rebuilds every projection from the journal beside the live ones and compares. Changes nothing. */
  replay(): ReplayReport { return replay(this.#file.db) }

  /** Checks the file: `quick` its structure, `full` every hash and everything that follows from the journal, `deep` recounts and rebuilds too. Reads only. */
  fsck(depth?: FsckDepth): FsckReport { return fsck(this.#file.db, depth) }

  /** Writes a checked copy while work goes on. Faults: `file/exists-open`, `file/save-failed`, `file/full`. */
  backup(path: string, options?: { readonly signal?: AbortSignal }): Promise<SavedFile> { return backup(this.#file.db, path, options) }
  /** Writes a copy in which what can be derived is derived again. Faults: `file/exists-open`, `file/save-failed`, `file/full`. */
  repairCopy(path: string, options?: { readonly signal?: AbortSignal }): Promise<RepairReport> { return repairCopy(this.#file, path, options) }

  /** Ends answers under way (what arrived is kept) and `events`, then closes the file. Clients belong to whoever made them and stay open. */
  close(): void {
    for (const end of this.#file.closing) end()
    this.#file.closing.clear()
    this.#closed.abort(new Fault('file/closed', { path: this.path }))
    this.#file.db.close()
  }
  [Symbol.dispose](): void { this.close() }
}

/** A tract that came with its file: `using tract = Tract.open('notes.tract')`. */
export type OpenTract = Tract & Disposable & { close(): void; readonly workspace: Workspace }

/**
 * Opens a file and one tract of it: the one named, else the one used last, else a new one. Settings given here apply from now on, as an
 * operation where they differ. Closing it closes the file. Faults: those of `Workspace.open`, `tract/not-found`.
 */
export function openTract(path?: string, options: OpenOptions & TractConfig & { readonly tract?: string } = {}): OpenTract {
  const { ifMissing, access, author, contentTypes, ports, tract: name, ...config } = options
  const workspace = Workspace.open(path, { ...(ifMissing && { ifMissing }), ...(access && { access }), ...(author && { author }), ...(contentTypes && { contentTypes }), ...(ports && { ports }) })
  try {
    const last = name ?? workspace.list()[0]?.id
    const tract = last === undefined ? workspace.create(config) : workspace.get(last)
    if (last !== undefined && Object.keys(config).length > 0) tract.configure(config)
    const close = (): void => workspace.close()
    return Object.assign(tract, { workspace, close, [Symbol.dispose]: close })
  } catch (error) {
    workspace.close()
    throw error
  }
}
