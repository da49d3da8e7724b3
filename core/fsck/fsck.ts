import type { Finding, FsckDepth, FsckReport } from '../model/fsck.ts'
import { checkChoice } from '../model/given.ts'
import { asTractId } from '../model/ids.ts'
import type { Database } from '../store/database.ts'
import { countRows } from '../store/fsckRows.ts'
import { digestFile } from './digest.ts'
import type { Check, Code, Found } from './finding.ts'
import { checks, invariants } from './invariants.ts'
import { type Subject, subjectOf } from './subject.ts'

/**
 * Checks a file: `quick` its structure, `full` every hash and everything that follows from the journal, `deep` recounts all tokens and makes again what
 * was sent. Reads only, on one unchanging view; takes what it finds as it is: damage in one place is told, and the rest is still checked.
 */
export function fsck(file: Database, depth: FsckDepth = 'full'): FsckReport {
  checkChoice('depth', depth, depths)
  const outcome: { findings: readonly Finding[]; counts: FsckReport['counts']; digest: string | null } = { findings: [], counts: noCounts, digest: null }
  const failed: Found[] = []
  try {
    file.snapshot((db) => {
      const subject = subjectOf(file, db)
      const found = checks.filter(({ name, from }) => isDue(from, depth) && name !== replacedBy[depth]).flatMap((check) => look(check, subject))
      outcome.findings = toFindings(found, attempt(() => subject.tracts, null))
      outcome.counts = attempt(() => countRows(db), undefined) ?? noCounts
      outcome.digest = depth === 'quick' ? null : attempt(() => digestFile(subject), null)
    })
  } catch (error) {
    if (isOurs(error)) throw error
    failed.push(unreadable('the file', error))
  }
  const findings = [...outcome.findings, ...toFindings(failed, null)]
  return { ok: !findings.some(({ severity }) => severity === 'fatal' || severity === 'error'), depth, findings, counts: outcome.counts, digest: outcome.digest }
}

const noCounts = { tracts: 0, commits: 0, blobs: 0, entries: 0 }
const depths: readonly FsckDepth[] = ['quick', 'full', 'deep']
const isDue = (from: FsckDepth, depth: FsckDepth): boolean => depths.indexOf(from) <= depths.indexOf(depth)
/** The quick look at the structure is part of the whole one. */
const replacedBy: { readonly [Depth in FsckDepth]: string | null } = { quick: null, full: "SQLite's own look at the file", deep: "SQLite's own look at the file" }

/** Whether the caller made a mistake, rather than the file: closed, for one. */
const isOurs = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'file/closed'

function look({ name, run }: Check, subject: Subject): readonly Found[] {
  const found: Found[] = []
  try {
    for (const one of run(subject)) found.push(one)
  } catch (error) {
    if (isOurs(error)) throw error
    found.push(unreadable(name, error))
  }
  return found
}

function unreadable(what: string, error: unknown): Found {
  return { code: 'I-07', text: `Not all of ${what} could be read: ${error instanceof Error ? error.message : String(error)}` }
}

function attempt<T, U>(act: () => T, otherwise: U): T | U {
  try {
    return act()
  } catch (error) {
    if (isOurs(error)) throw error
    return otherwise
  }
}

/** So many of one kind are told one by one. */
const mostOfOne = 20
/** When these don't hold, what the journal says is no ground to stand on. */
const ground: readonly Code[] = ['I-07', 'I-18', 'I-23', 'I-43', 'I-44', 'I-46', 'I-48', 'I-49', 'I-72']
const fromJournal: ReadonlySet<Code> = new Set<Code>(['I-28', 'I-29', 'I-30', 'I-47', 'I-76', 'I-77', 'I-78', 'I-79', 'I-80'])

function toFindings(found: readonly Found[], tracts: Subject['tracts'] | null): readonly Finding[] {
  const journalIsSound = !found.some(({ code, repair }) => ground.includes(code) && repair !== 'safe')
  return [...Map.groupBy(found, ({ code }) => code)].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, all]) => {
    const findings = all.slice(0, mostOfOne).map((one) => toFinding(one, journalIsSound, tracts))
    const first = findings[0]
    return all.length > mostOfOne && first ? [...findings, { ...first, tract: null, text: `${all.length - mostOfOne} more like these.` }] : findings
  })
}

function toFinding({ code, text, tract, severity, repair }: Found, journalIsSound: boolean, tracts: Subject['tracts'] | null): Finding {
  const row = invariants[code]
  if (!row) throw new Error(`BUG: no invariant ${code}`)
  const uuid = tract === null || tract === undefined ? undefined : tracts?.byId.get(tract)?.uuid
  const wanted = repair ?? row.repair
  return {
    code, severity: severity ?? row.severity, text: `${text}.`, tract: typeof uuid === 'string' ? asTractId(uuid) : null,
    repair: wanted === 'safe' && fromJournal.has(code) && !journalIsSound ? 'none' : wanted,
  }
}

