import { hasSecret } from '../model/secretPatterns.ts'
import { readBuffers, readCalls, readPartials, readPayloads, readQuarantine } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import { isSoundQuarantine } from './quarantined.ts'
import type { Subject } from './subject.ts'

const stopReasons: readonly unknown[] = ['end', 'length', 'stopSequence', 'toolCalls', 'filtered', null]

export function* checkCalls({ db, commits }: Subject): Iterable<Found> {
  const hashes = new Set(commits.list.map(({ hash }) => hash))
  for (const { id, tract, commit, record } of readCalls(db)) {
    const value = jsonOf(record)
    const about = { tract }
    if (!isRecord(value)) yield { code: 'I-72', text: `The call ${id} has a record that is no JSON`, ...about }
    else {
      if (!stopReasons.includes(value['stopReason'] ?? null)) yield { code: 'I-26', text: `The answer of call ${id} ended in a way that there is none of`, ...about }
      if (!isUsage(value['usage'])) yield { code: 'I-67', text: `The call ${id} has numbers of tokens that can't be`, ...about }
      if (typeof value['head'] === 'string' && !hashes.has(value['head'])) yield { code: 'I-67', text: `The call ${id} was made at a commit that isn't there`, ...about }
    }
    if (commit !== null && !commits.byId.has(commit)) yield { code: 'I-67', text: `The call ${id} names a commit (row ${commit}) that isn't there`, ...about }
  }
}

function isUsage(usage: unknown): boolean {
  if (usage === null || usage === undefined) return true
  return isRecord(usage) && Object.values(usage).every((value) => value === null || typeof value !== 'number' || value >= 0)
}

export function* checkRecords({ db, tracts, blobs, commits }: Subject): Iterable<Found> {
  for (const { id, tract, blob, record } of readPartials(db)) {
    const value = jsonOf(record)
    if (!isRecord(value)) yield { code: 'I-72', text: `The unfinished answer ${id} has a record that is no JSON`, tract }
    else if (value['blob'] !== blobs.byId.get(blob)?.hash) yield { code: 'I-47', text: `The unfinished answer ${id} has another text than the journal says`, tract }
  }
  for (const { commit, body } of readPayloads(db)) {
    const tract = commits.byId.get(commit)?.tract ?? null
    if (!isRecord(jsonOf(body))) yield { code: 'I-72', text: `What the commit of row ${commit} names is no JSON`, tract }
  }
  for (const { id, from, row } of readQuarantine(db)) {
    if (!isSoundQuarantine(from, row)) yield { code: 'I-72', text: `Row ${id} of the quarantine is not as it was put there` }
  }
  for (const { call, tract, record, text, leaseUntil } of readBuffers(db)) {
    const isSound = isRecord(jsonOf(record)) && typeof call === 'string' && typeof text === 'string' && Number.isFinite(leaseUntil) && tracts.byId.has(tract)
    if (!isSound) yield { code: 'I-69', text: `What an answer had brought when it stopped (call ${call}) can't be read`, tract: tracts.byId.has(tract) ? tract : null, repair: 'safe' }
  }
}

export function* checkSettingsForSecrets({ db, tracts }: Subject): Iterable<Found> {
  const said = (text: unknown): boolean => typeof text === 'string' && hasSecret(text)
  for (const { id, name, config } of tracts.list) if (said(config)) yield { code: 'I-71', text: `The settings of the tract "${name}" have something in them that looks like a key or a password`, tract: id }
  for (const { id, tract, record } of readCalls(db)) if (said(record)) yield { code: 'I-71', text: `The record of call ${id} has something in it that looks like a key or a password`, tract }
}
