import type { ReadDb } from './database.ts'
import type { TractKey } from './tracts.ts'

/** What was told of a run of the orchestrator: that it began, one step, or how it ended. `payload` is its JSON. */
export type RunNote = { readonly gseq: number; readonly at: number; readonly type: 'orchestrator_started' | 'orchestrator_step' | 'orchestrator_finished'; readonly payload: string }

const columns = 'select gseq, at, type, payload from journal where tract = ?'

/** When runs began, newest first. */
export const listRunStarts = (db: ReadDb, tract: TractKey, before: number, limit: number): readonly RunNote[] =>
  db.all(`${columns} and gseq < ? and type = 'orchestrator_started' order by gseq desc limit ?`, tract, before, limit)

/** All that was told of one run, in order. */
export const listRunNotes = (db: ReadDb, tract: TractKey, from: number, run: string): readonly RunNote[] =>
  db.all(`${columns} and gseq >= ? and type in ('orchestrator_started', 'orchestrator_step', 'orchestrator_finished') and payload ->> '$.run' = ? order by gseq`, tract, from, run)

export const findRunStart = (db: ReadDb, tract: TractKey, run: string): RunNote | undefined =>
  db.get(`${columns} and type = 'orchestrator_started' and payload ->> '$.run' = ? order by gseq limit 1`, tract, run)
