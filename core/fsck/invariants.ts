import type { Finding } from '../model/fsck.ts'
import { checkBlobs, checkLooseCounts, checkUnused, recountAll } from './blobChecks.ts'
import { checkCommits } from './commitChecks.ts'
import { checkContexts } from './deepChecks.ts'
import { checkForeignKeys, checkMarks, checkOnDisk, checkQuickly, checkSchema, checkSettings, checkWholly } from './fileChecks.ts'
import type { Check, Code } from './finding.ts'
import { checkTotals } from './foldChecks.ts'
import { checkJournal, checkReplay } from './journalChecks.ts'
import { checkLines } from './lineChecks.ts'
import { checkCompressions } from './compressionChecks.ts'
import { checkProposals } from './proposalChecks.ts'
import { checkMerges } from './mergeChecks.ts'
import { checkProjections } from './projectionChecks.ts'
import { checkCalls, checkRecords, checkSettingsForSecrets } from './recordChecks.ts'
import { checkGone, checkTrash } from './goneChecks.ts'
import { checkHeads, checkNames, checkRefs, checkTractRows } from './refChecks.ts'
import { checkSearch } from './searchChecks.ts'

export type Invariant = {
  /** What holds of a sound file. */
  readonly means: string
  readonly severity: Finding['severity']
  readonly repair: Finding['repair']
  /** Which checks look. */
  readonly checks: readonly Check[]
}

const structure: Check = { name: "SQLite's own look at the file", from: 'quick', run: checkQuickly }
const wholeStructure: Check = { name: "SQLite's own look at the whole file", from: 'full', run: checkWholly }
const marks: Check = { name: 'what the file says that it is', from: 'quick', run: checkMarks }
const onDisk: Check = { name: 'the file on the disk', from: 'quick', run: checkOnDisk }
const settings: Check = { name: 'the settings of the open file', from: 'quick', run: checkSettings }
const schema: Check = { name: 'tables, indexes and triggers', from: 'quick', run: checkSchema }
const heads: Check = { name: 'HEAD', from: 'quick', run: checkHeads }
const tractRows: Check = { name: 'tracts', from: 'quick', run: checkTractRows }
const foreignKeys: Check = { name: 'rows that name other rows', from: 'full', run: checkForeignKeys }
const blobs: Check = { name: 'texts', from: 'full', run: checkBlobs }
const counts: Check = { name: 'token counts', from: 'full', run: checkLooseCounts }
const recount: Check = { name: 'all token counts', from: 'deep', run: recountAll }
const unused: Check = { name: 'what is in use', from: 'full', run: checkUnused }
const commits: Check = { name: 'commits', from: 'full', run: checkCommits }
const lines: Check = { name: 'lines of commits', from: 'full', run: checkLines }
const totals: Check = { name: 'contexts', from: 'full', run: checkTotals }
const contexts: Check = { name: 'what was sent', from: 'deep', run: checkContexts }
const refs: Check = { name: 'branches and tags', from: 'full', run: checkRefs }
const journal: Check = { name: 'the journal', from: 'full', run: checkJournal }
const replay: Check = { name: 'the journal, followed from its start', from: 'full', run: checkReplay }
const projections: Check = { name: 'what the journal leads to', from: 'full', run: checkProjections }
const names: Check = { name: 'authors and content types', from: 'full', run: checkNames }
const calls: Check = { name: 'calls', from: 'full', run: checkCalls }
const records: Check = { name: 'unfinished answers', from: 'full', run: checkRecords }
const proposals: Check = { name: 'proposals', from: 'full', run: checkProposals }
const compressions: Check = { name: 'waiting compressions', from: 'full', run: checkCompressions }
const merges: Check = { name: 'waiting merges', from: 'full', run: checkMerges }
const gone: Check = { name: 'what went for good', from: 'full', run: checkGone }
const trash: Check = { name: 'the trash', from: 'full', run: checkTrash }
const secrets: Check = { name: 'settings', from: 'full', run: checkSettingsForSecrets }
const search: Check = { name: 'the search index', from: 'deep', run: checkSearch }

/** What holds of every sound file, by number. Those that are about things which the file can't hold yet have no row. */
export const invariants: { readonly [Number in Code]?: Invariant } = {
  'I-01': { means: 'the file says that it is a workspace of today\'s format, and which one', severity: 'fatal', repair: 'none', checks: [marks] },
  'I-02': { means: 'the file is as long as its pages', severity: 'warning', repair: 'none', checks: [onDisk] },
  'I-03': { means: 'no journal of another kind lies beside it', severity: 'fatal', repair: 'offered', checks: [onDisk] },
  'I-04': { means: 'the path still leads to the file that was opened, and no other path does', severity: 'error', repair: 'none', checks: [onDisk] },
  'I-07': { means: "SQLite's structures are whole and can be read", severity: 'fatal', repair: 'none', checks: [structure, wholeStructure] },
  'I-08': { means: 'every row that is named is there', severity: 'error', repair: 'none', checks: [foreignKeys, commits] },
  'I-09': { means: 'the settings of the open file are those that keep it safe', severity: 'error', repair: 'none', checks: [settings] },
  'I-10': { means: 'tables and indexes are those of the format, and no others', severity: 'fatal', repair: 'none', checks: [schema] },
  'I-11': { means: 'each text matches its fingerprint and its size', severity: 'error', repair: 'none', checks: [blobs] },
  'I-12': { means: "each commit's parents are there", severity: 'error', repair: 'none', checks: [commits] },
  'I-13': { means: 'each text is a sound content of its type', severity: 'error', repair: 'none', checks: [blobs] },
  'I-14': { means: 'token counts and totals are those that counting gives', severity: 'warning', repair: 'safe', checks: [blobs, counts, recount, totals, projections, commits] },
  'I-15': { means: 'each text belongs to something', severity: 'info', repair: 'none', checks: [unused] },
  'I-16': { means: 'a text that went for good left nothing but its shape, and an operation says that it went', severity: 'error', repair: 'none', checks: [blobs, gone] },
  'I-17': { means: 'each commit matches its fingerprint', severity: 'error', repair: 'none', checks: [commits] },
  'I-18': { means: 'no commit is its own ancestor', severity: 'fatal', repair: 'none', checks: [commits] },
  'I-19': { means: "a commit's generation and depth follow from its parents'", severity: 'error', repair: 'safe', checks: [lines] },
  'I-20': { means: 'only merges have two parents, and commits lie in lines as their parents say', severity: 'error', repair: 'none', checks: [commits, lines] },
  'I-21': { means: 'a commit is of one of the seven kinds and names messages of its own history; a copy equals its original', severity: 'error', repair: 'none', checks: [commits, totals] },
  'I-22': { means: 'what an answer answers is there and older', severity: 'warning', repair: 'none', checks: [commits] },
  'I-23': { means: 'the journal names only commits that are there, and every commit is in it', severity: 'error', repair: 'none', checks: [journal, replay, commits] },
  'I-24': { means: 'content types are sound, and results of tools answer calls', severity: 'warning', repair: 'none', checks: [names, contexts] },
  'I-25': { means: 'the settings a model wrote with can be used, and have no key in them', severity: 'error', repair: 'none', checks: [commits] },
  'I-26': { means: 'each call ended in one of the ways that there are', severity: 'error', repair: 'none', checks: [calls] },
  'I-27': { means: 'names of branches and tags are allowed and can be told apart', severity: 'error', repair: 'none', checks: [refs] },
  'I-28': { means: "each ref points at a commit of its tract", severity: 'error', repair: 'safe', checks: [refs, projections] },
  'I-29': { means: 'HEAD is on one branch or on one commit: the one the journal says', severity: 'fatal', repair: 'safe', checks: [heads, projections] },
  'I-30': { means: 'each ref is where the journal says', severity: 'error', repair: 'safe', checks: [projections] },
  'I-31': { means: 'priorities are pinned, normal or skip', severity: 'error', repair: 'none', checks: [commits] },
  'I-36': { means: 'what a summary stands for, and what a merge sets, is there', severity: 'error', repair: 'none', checks: [commits] },
  'I-37': { means: 'what a summary stands for was on its history', severity: 'error', repair: 'none', checks: [totals] },
  'I-38': { means: 'a summary tells truly how many tokens it replaced', severity: 'warning', repair: 'safe', checks: [totals] },
  'I-41': { means: 'a summary has words, and no more than what it stands for', severity: 'warning', repair: 'none', checks: [commits] },
  'I-43': { means: 'the journal has no gap, in the file and in each tract', severity: 'error', repair: 'none', checks: [journal] },
  'I-44': { means: "each entry of the journal matches its fingerprint, which covers the one before", severity: 'fatal', repair: 'none', checks: [journal] },
  'I-45': { means: 'each entry of the journal is later than the one before', severity: 'error', repair: 'none', checks: [journal] },
  'I-46': { means: 'each entry says who did what, and what was so before', severity: 'error', repair: 'none', checks: [journal, replay, names] },
  'I-47': { means: 'following the journal from its start gives what the file holds', severity: 'fatal', repair: 'safe', checks: [projections, records] },
  'I-48': { means: 'what undo and redo are about was there to be undone', severity: 'error', repair: 'none', checks: [replay] },
  'I-49': { means: 'every text that the journal names is there', severity: 'error', repair: 'none', checks: [journal] },
  'I-50': { means: 'the triggers that keep history from being rewritten are there', severity: 'fatal', repair: 'safe', checks: [schema] },
  'I-59': { means: 'a proposal is in one of the states that there are, and the texts and commits it names are there', severity: 'warning', repair: 'safe', checks: [proposals] },
  'I-60': { means: 'a proposal is the one that was shown: its act and its base match their fingerprint', severity: 'warning', repair: 'safe', checks: [proposals] },
  'I-67': { means: 'calls name commits that are there, and count nothing below zero', severity: 'warning', repair: 'none', checks: [calls] },
  'I-68': { means: 'what a model was shown can be made again', severity: 'error', repair: 'none', checks: [contexts] },
  'I-69': { means: 'what an answer had brought when it stopped can be read', severity: 'warning', repair: 'none', checks: [records] },
  'I-70': { means: 'the search index is what the texts give', severity: 'warning', repair: 'safe', checks: [search] },
  'I-71': { means: 'no key or password stands in settings and free texts', severity: 'warning', repair: 'none', checks: [blobs, journal, secrets] },
  'I-72': { means: 'JSON columns hold JSON, written the way it always is', severity: 'error', repair: 'none', checks: [blobs, commits, journal, records, calls, tractRows, merges, compressions, proposals, trash] },
  'I-73': { means: 'hashes are 32 bytes, and ids are texts', severity: 'error', repair: 'none', checks: [blobs, commits, journal, heads] },
  'I-76': { means: 'a merge waits on a branch of its tract', severity: 'warning', repair: 'safe', checks: [merges] },
  'I-77': { means: 'the commits and words that a waiting merge names are there', severity: 'error', repair: 'safe', checks: [merges] },
  'I-78': { means: 'at most one merge waits on a branch', severity: 'warning', repair: 'safe', checks: [merges] },
  'I-79': { means: 'the answers of a waiting merge are about messages of its two sides, and can be given', severity: 'warning', repair: 'safe', checks: [merges] },
  'I-80': { means: 'the messages and texts that a waiting compression names are there', severity: 'warning', repair: 'safe', checks: [compressions] },
  'I-81': { means: 'a commit that went for good says nothing, nothing follows it, and an operation says that it went', severity: 'error', repair: 'none', checks: [gone] },
  'I-82': { means: 'the trash names commits that are there', severity: 'warning', repair: 'none', checks: [trash] },
}

/** Each check once, in the order of the numbers. */
export const checks: readonly Check[] = [...new Set(Object.values(invariants).flatMap((row) => row?.checks ?? []))]
