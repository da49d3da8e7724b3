import { fromCursor, pageSize, toCursor } from '../history/cursor.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { usageOf } from '../llm/usage.ts'
import { Fault } from '../model/fault.ts'
import type { Page, PageOptions, RunId } from '../model/ids.ts'
import type { RunOutcome, RunResult, RunStep } from '../model/orchestrator.ts'
import type { UsageReport } from '../model/usage.ts'
import { wordsOf } from '../proposals/notes.ts'
import type { ReadDb } from '../store/database.ts'
import { findRunStart, listRunNotes, listRunStarts, type RunNote } from '../store/runNotes.ts'
import type { FinishedNote, StartedNote, StepNote } from './runNotes.ts'

/** The runs of a tract, newest first, as the journal tells of them. Default limit 20. Faults: `cursor/bad`. */
export function listRuns(tract: TractHandle, options: PageOptions = {}): Page<RunResult> {
  const limit = pageSize(options.limit, 20)
  const [before = Number.MAX_SAFE_INTEGER] = options.cursor ? fromCursor('runs', options.cursor, (gseq) => gseq > 0) : []
  return tract.file.db.snapshot((db) => {
    const starts = listRunStarts(db, tract.key, before, limit + 1)
    const items = starts.slice(0, limit).map((start) => toRun(tract, db, start))
    return { items, next: starts.length > limit ? toCursor('runs', [starts[limit - 1]?.gseq ?? 0]) : null }
  })
}

/** Faults: `orchestrator/no-such-run`. */
export function getRun(tract: TractHandle, run: RunId): RunResult {
  return tract.file.db.snapshot((db) => {
    const start = findRunStart(db, tract.key, run)
    if (!start) throw new Fault('orchestrator/no-such-run', { run: String(run).slice(0, 80).toWellFormed() })
    return toRun(tract, db, start)
  })
}

function toRun(tract: TractHandle, db: ReadDb, start: RunNote): RunResult {
  const { run, startedBy, ceiling, said } = JSON.parse(start.payload) as StartedNote
  const notes = listRunNotes(db, tract.key, start.gseq, run)
  const of = <N>(type: RunNote['type']): readonly N[] => notes.filter((note) => note.type === type).map(({ payload }) => JSON.parse(payload) as N)
  const steps = of<StepNote>('orchestrator_step')
  // A paused run ends once for each time it was paused, and goes on.
  const isOver = notes.at(-1)?.type === 'orchestrator_finished'
  const last = of<FinishedNote>('orchestrator_finished').at(-1)
  return {
    runId: run, startedBy, ceiling, startedAt: start.at / 1000,
    task: said === null ? null : (wordsOf(db, said)['task'] as string),
    steps: steps.map((step) => ({ step: step.step, ...(wordsOf(db, step.said) as unknown as Omit<RunStep, 'step'>) })),
    operations: steps.flatMap(({ operations }) => operations),
    proposals: [...new Set(steps.flatMap(({ proposals }) => proposals))],
    usage: usageIn(tract, new Set(steps.flatMap(({ call }) => call ?? []))),
    outcome: isOver && last ? (wordsOf(db, last.said) as unknown as RunOutcome) : null,
  }
}

function usageIn(tract: TractHandle, calls: ReadonlySet<string>): UsageReport {
  const rows = usageOf(tract, { task: 'orchestrate' }).rows.filter(({ call }) => call !== null && calls.has(call))
  const costs = rows.flatMap(({ costUsd }) => costUsd ?? [])
  const sum = (field: 'inputTokens' | 'outputTokens') => rows.reduce((total, row) => total + row[field], 0)
  return { rows, inputTokens: sum('inputTokens'), outputTokens: sum('outputTokens'), costUsd: costs.length === 0 ? null : costs.reduce((a, b) => a + b, 0) }
}
