import { sql } from 'drizzle-orm'
import { blob as bytes, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * The file's tables. Rows are joined by integer ids; hashes stand only at the edge, once each, as 32 bytes.
 * `blobs`, `commits`, `payloads`, `segments`, `authors`, `custom_types` and `journal` only grow; what goes for good leaves its row and its hash. `tracts`,
 * `refs`, `operations`, `calls`, `partials`, `merges`, `compressions`, `proposals` and `trash` are projections of the journal. `reply_buffers` is neither: it holds what
 * a running answer has brought so far, so that a crash doesn't lose it. Beside these the file has one FTS5 table, `search_text`, by blob: a migration makes it, because drizzle has no word for it.
 * Times are epoch microseconds.
 */
export const workspace = sqliteTable('workspace', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull(),
  createdAt: integer('created_at').notNull(),
  /** Blobs up to this row number are in the search index. */
  searched: integer('searched').notNull().default(0),
  /** How often something went for good: what others keep in memory is old then. */
  cleaned: integer('cleaned').notNull().default(0),
  /** Up to which of these times the file was written anew since, so that no bytes are left of what went. */
  wiped: integer('wiped').notNull().default(0),
})

export const authors = sqliteTable(
  'authors',
  { id: integer('id').primaryKey(), kind: text('kind').notNull(), name: text('name').notNull() },
  (t) => [uniqueIndex('authors_who').on(t.kind, t.name)],
)

/** The typed content of one message (or the free text of one commit: type `note`). `text` holds its words, `rest` the other fields as JSON. */
export const blobs = sqliteTable(
  'blobs',
  {
    id: integer('id').primaryKey(),
    hash: bytes('hash', { mode: 'buffer' }).notNull(),
    type: text('type').notNull(),
    role: text('role'),
    text: text('text'),
    rest: text('rest'),
    sizeBytes: integer('size_bytes').notNull(),
    tokensO200k: integer('tokens_o200k'),
    tokensCl100k: integer('tokens_cl100k'),
    /** The operation with which its bytes went for good; then its fields are empty and its counts -1. */
    goneBy: integer('gone_by'),
  },
  // The same text said again after it went is a text of its own.
  (t) => [uniqueIndex('blobs_hash').on(t.hash).where(sql`gone_by is null`), index('blobs_gone').on(t.hash).where(sql`gone_by is not null`)],
)

/** A run of commits in which each has the one before as first parent; (segment, generation) makes a history one range scan. */
export const segments = sqliteTable('segments', { id: integer('id').primaryKey(), parent: integer('parent') })

export const commits = sqliteTable(
  'commits',
  {
    id: integer('id').primaryKey(),
    hash: bytes('hash', { mode: 'buffer' }).notNull(),
    kind: integer('kind').notNull(),
    parent: integer('parent'),
    parent2: integer('parent2'),
    segment: integer('segment').notNull(),
    generation: integer('generation').notNull(),
    /** The change a copied commit repeats; null for an original. */
    origin: integer('origin'),
    target: integer('target'),
    blob: integer('blob').references(() => blobs.id),
    note: integer('note').references(() => blobs.id),
    priority: integer('priority'),
    respondsTo: integer('responds_to'),
    /** Normalised LLM settings with the level that set each field, as JSON. */
    config: text('config'),
    /** The tract it was made on. Derived, not hashed. */
    tract: integer('tract').notNull(),
    author: integer('author').notNull().references(() => authors.id),
    createdAt: integer('created_at').notNull(),
    /** Messages appended on its line up to here, hidden ones too. Derived, not hashed. */
    messages: integer('messages').notNull(),
    /** Totals of the context after this commit, counted in `encoding`. Derived, not hashed. */
    contextTokens: integer('context_tokens').notNull(),
    contextMessages: integer('context_messages').notNull(),
    encoding: integer('encoding').notNull(),
    /** Commits in its history, this one and merged ones too. Derived, not hashed. */
    depth: integer('depth').notNull().default(0),
    /** The operation with which all that it says went for good; its place in the line and its hash stay. */
    purgedBy: integer('purged_by'),
  },
  (t) => [
    uniqueIndex('commits_hash').on(t.hash),
    uniqueIndex('commits_line').on(t.segment, t.generation),
    index('commits_merges').on(t.segment, t.generation).where(sql`parent2 is not null`),
    index('commits_origin').on(t.origin).where(sql`origin is not null`),
    index('commits_model').on(sql`(config ->> '$.values.model')`).where(sql`config is not null`),
  ],
)

/** What a commit names beyond its target, as JSON with row numbers: compress the messages it stands for, merge and resolve the registers they set. */
export const payloads = sqliteTable('payloads', { commit: integer('commit').primaryKey().references(() => commits.id), body: text('body').notNull() })

/** Content types of the workspace's own, as they were when first used: what a message was must not change later. */
export const customTypes = sqliteTable('custom_types', { name: text('name').primaryKey(), role: text('role').notNull(), priority: text('priority').notNull() })

export const tracts = sqliteTable('tracts', {
  id: integer('id').primaryKey(),
  uuid: text('uuid').notNull().unique(),
  name: text('name').notNull().unique(),
  config: text('config').notNull(),
  headBranch: text('head_branch'),
  headCommit: integer('head_commit'),
  /** The operation in effect: what undo takes back. */
  currentOperation: integer('current_operation'),
  /** Operations that redo brings again, last first to go, as a JSON list. */
  redo: text('redo').notNull(),
  /** Journal entries of this tract. */
  seq: integer('seq').notNull(),
  createdAt: integer('created_at').notNull(),
  lastUsedAt: integer('last_used_at').notNull(),
})

export const refs = sqliteTable(
  'refs',
  {
    tract: integer('tract').notNull().references(() => tracts.id),
    name: text('name').notNull(),
    commit: integer('commit').notNull().references(() => commits.id),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tract, t.name] })],
)

export const journal = sqliteTable(
  'journal',
  {
    gseq: integer('gseq').primaryKey(),
    tract: integer('tract').notNull(),
    seq: integer('seq').notNull(),
    /** The `gseq` of the first entry of the same operation. */
    operation: integer('operation').notNull(),
    at: integer('at').notNull(),
    author: integer('author').notNull().references(() => authors.id),
    isNote: integer('is_note').notNull(),
    type: text('type').notNull(),
    key: text('key'),
    beforeCommit: integer('before_commit'),
    afterCommit: integer('after_commit'),
    before: text('before'),
    after: text('after'),
    payload: text('payload'),
    /** On the first entry of an operation: what was done and why, as JSON. */
    act: text('act'),
    hash: bytes('hash', { mode: 'buffer' }).notNull(),
  },
  (t) => [index('journal_heads').on(t.tract, t.gseq).where(sql`type = 'head_moved'`)],
)

/** Merges that wait for decisions, at most one a branch. Own words in answers are blobs, named by hash. */
export const merges = sqliteTable('merges', { id: text('id').primaryKey(), tract: integer('tract').notNull(), record: text('record').notNull() })

/** Compressions that wait for a decision: their runs, and every summary that was written for one. Texts are blobs, named by hash. */
export const compressions = sqliteTable('compressions', { id: text('id').primaryKey(), tract: integer('tract').notNull(), record: text('record').notNull() })

/** Steps that nothing leads to, by the clean-up that found them. They wait here before they go for good. */
export const trash = sqliteTable('trash', { id: text('id').primaryKey(), tract: integer('tract').notNull(), record: text('record').notNull() })
/** What policies and the orchestrator wanted to do, and what became of it. Texts are blobs, named by hash. */
export const proposals = sqliteTable('proposals', { id: text('id').primaryKey(), tract: integer('tract').notNull(), record: text('record').notNull() })

/** Rows that a repair took out because they can't be true, as they were. */
export const quarantine = sqliteTable('quarantine', { id: integer('id').primaryKey(), from: text('from').notNull(), row: text('row').notNull() })

export const operations = sqliteTable('operations', {
  id: integer('id').primaryKey(),
  tract: integer('tract').notNull(),
  last: integer('last').notNull(),
  /** The operation that was in effect before this one. */
  previous: integer('previous'),
  isUndoable: integer('is_undoable').notNull(),
})

export const calls = sqliteTable(
  'calls',
  {
    id: text('id').primaryKey(),
    tract: integer('tract').notNull(),
    commit: integer('commit'),
    record: text('record').notNull(),
  },
  (t) => [index('calls_commit').on(t.commit)],
)

export const partials = sqliteTable('partials', {
  id: text('id').primaryKey(),
  tract: integer('tract').notNull(),
  blob: integer('blob').notNull().references(() => blobs.id),
  record: text('record').notNull(),
})

export const replyBuffers = sqliteTable('reply_buffers', {
  call: text('call').primaryKey(),
  tract: integer('tract').notNull(),
  text: text('text').notNull(),
  record: text('record').notNull(),
  /** Whoever writes the answer renews this; when it has passed, the answer was cut by a crash. */
  leaseUntil: integer('lease_until').notNull(),
})
