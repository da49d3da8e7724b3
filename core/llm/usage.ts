import { compile } from '../history/status.ts'
import { usageNoted } from '../journal/changes.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { transact } from '../journal/transact.ts'
import { resolveRef } from '../history/refs/resolveRef.ts'
import { type LLMTask, llmTasks } from '../model/config.ts'
import { checkChoice, checkOptions, checkTextGiven, refused, shown } from '../model/given.ts'
import { asCallId, type CommitHash, type EpochMs, type LLMCallId, type Ref } from '../model/ids.ts'
import type { TokenUsage } from '../model/reply.ts'
import type { UsageReport, UsageRow } from '../model/usage.ts'
import { type CallRow, listCalls } from '../store/calls.ts'
import { hashOfCommit, listHashes } from '../store/commits.ts'
import type { StoredCall } from './callRecords.ts'
import { costOf, priceNow, roundUsd } from './prices.ts'

export type UsageFilter = { readonly task?: LLMTask; readonly model?: string; readonly since?: EpochMs }
export type GivenUsage = TokenUsage & { readonly model?: string; readonly commit?: Ref }

/** What the calls of a tract took and cost, newest first: all that a provider counted, taken back or not. Faults: `input/invalid`. */
export function usageOf(tract: TractHandle, filter: UsageFilter = {}): UsageReport {
  const { task, model, since } = checkFilter(filter)
  return tract.file.db.snapshot((db) => {
    const calls = listCalls(db, tract.key).map((row) => ({ row, record: JSON.parse(row.record) as StoredCall }))
    const committed = new Map(calls.flatMap(({ row, record }): [string, number][] => (record.of !== undefined && row.commit !== null ? [[record.of, row.commit]] : [])))
    const kept = calls
      .filter(({ record }) => record.of === undefined && record.usage !== null)
      .filter(({ record }) => (task === undefined || record.task === task) && (model === undefined || record.model === model) && (since === undefined || record.at >= since))
      .map(({ row, record }) => ({ row: { ...row, commit: row.commit ?? committed.get(row.id) ?? null }, record }))
    const hashes = new Map(listHashes(db, kept.flatMap(({ row }) => row.commit ?? [])))
    return reportOf(kept.map(({ row, record }) => toRow(row, record, row.commit === null ? null : (hashes.get(row.commit) ?? null))))
  })
}

/**
 * Notes the usage of a call made without the tract, at the commit whose context was sent (HEAD): that context's size is known then. An operation
 * that undo takes back. Faults: `ref/not-found`, `ref/ambiguous`, `ref/no-commits`, `input/invalid`.
 */
export function recordUsage(tract: TractHandle, given: GivenUsage): UsageRow {
  const { model = '', commit = 'HEAD', ...usage } = checkUsage(given)
  return transact(tract, { verb: 'recordUsage', detail: model === '' ? null : model }, (tx) => {
    const { ids, clock } = tract.file.ports
    const key = resolveRef(tx.db, tract, commit)
    const head = hashOfCommit(tx.db, key)
    const price = priceNow(tract.file.ports, model)
    const record: StoredCall = {
      task: null, client: '', model, usage, stopReason: null, head, contextHash: compile(tract, { at: head }).hash, payloadHash: '', durationMs: 0, firstTokenMs: null,
      at: clock.now(), costUsd: price === null ? null : costOf(usage, price),
    }
    const id = ids.next()
    tx.fact(usageNoted(tx.db, id, null, record))
    return toRow({ id }, record, head)
  })
}

function toRow({ id }: Pick<CallRow, 'id'>, record: StoredCall, commit: CommitHash | null): UsageRow {
  const { task, model, usage, costUsd = null, at } = record
  const { inputTokens = 0, outputTokens = 0, cachedInputTokens = 0 } = usage ?? {}
  const call: LLMCallId | null = task === null ? null : asCallId(id)
  return { call, commit, task, model: model === '' ? null : model, inputTokens, cachedInputTokens, outputTokens, costUsd, at }
}

function reportOf(rows: readonly UsageRow[]): UsageReport {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  const costs = rows.flatMap(({ costUsd }) => costUsd ?? [])
  return {
    rows,
    inputTokens: sum(rows.map(({ inputTokens }) => inputTokens)),
    outputTokens: sum(rows.map(({ outputTokens }) => outputTokens)),
    costUsd: costs.length === 0 ? null : roundUsd(sum(costs)),
  }
}

function checkFilter(filter: UsageFilter): UsageFilter {
  const { task, model, since } = checkOptions(filter, 'filter: give it as { model: … }')
  if (task !== undefined) checkChoice('task', task, llmTasks)
  if (model !== undefined) checkTextGiven('model', model)
  if (since !== undefined && !Number.isFinite(since)) throw refused(`since must be milliseconds since 1970, not ${shown(since)}`)
  return filter
}

/** Exactly the fields there are: what else a provider's object holds is not kept. */
function checkUsage(given: GivenUsage): GivenUsage {
  const { inputTokens, outputTokens, cachedInputTokens, model, commit } = checkOptions(given, 'usage: give it as { inputTokens, outputTokens }')
  const counts = { inputTokens, outputTokens, ...(cachedInputTokens === undefined ? {} : { cachedInputTokens }) }
  const problems = Object.entries(counts).filter(([, count]) => !Number.isSafeInteger(count) || count < 0).map(([field, count]) => `${field} must be a whole number of tokens, not ${shown(count)}`)
  if (problems.length > 0) throw refused(...problems)
  if (model !== undefined) checkTextGiven('model', model)
  return { ...counts, ...(model === undefined ? {} : { model }), ...(commit === undefined ? {} : { commit }) }
}
