import { canonicalJson } from '../model/canonicalJson.ts'
import { defaultTractConfig, type TractConfig } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import { checkOptions, checkTextGiven } from '../model/given.ts'
import { asTractId } from '../model/ids.ts'
import type { Json } from '../model/json.ts'
import { checkText } from '../model/text.ts'
import type { Operation } from '../model/operation.ts'
import type { TractSummary } from '../model/tractSummary.ts'
import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import { operateIfNeeded } from '../journal/lastOperation.ts'
import { beginning } from '../journal/progress.ts'
import { transact } from '../journal/transact.ts'
import type { Author } from '../model/author.ts'
import { getCommit } from '../store/commits.ts'
import { findTract, getTract, listTracts, nextTractKey, type TractRow } from '../store/tracts.ts'
import { checkConfig } from './checkConfig.ts'
import { checkRefName, similarTo } from './refs/names.ts'
import { positionOf } from './refs/position.ts'

export type NewTract = TractConfig & { readonly id?: string; readonly name?: string; readonly defaultBranch?: string }

/** Makes a tract, with what `fill` writes as part of the making. Without a name it gets "Untitled tract" and a number. Faults: `tract/name-taken`, `tract/bad-name`, `ref/bad-name`, `config/bad-value`, `value/not-json`. */
export function createTract(file: OpenWorkspace, author: Author, options: NewTract = {}, fill?: (tract: TractHandle) => void): TractHandle {
  const { id = file.ports.ids.next(), name, defaultBranch = 'main', ...config } = checkOptions(options, 'options: give them as { name: … }')
  const branch = checkRefName(defaultBranch)
  const wanted = name === undefined ? undefined : checkTractName(name)
  checkConfig(config)
  const tract: TractHandle = { file, key: nextTractKey(file.db.read), id: asTractId(checkText(checkTextGiven('id', id), 'id')), author, branch: null }
  const isMade = transact(tract, { verb: fill === undefined ? 'create' : beginning }, (tx) => {
    if (nextTractKey(tx.db) !== tract.key) return false
    const free = wanted ?? freeName(listTracts(tx.db))
    checkNameFree(findTract(tx.db, free), free)
    checkNameFree(findTract(tx.db, id), id)
    tx.fact({ type: 'tract_created', payload: { id, name: free, branch, config } })
    fill?.(tract)
    return true
  })
  return isMade ? tract : createTract(file, author, options, fill)
}

/** By id or name. Faults: `tract/not-found`. */
export function getTractHandle(file: OpenWorkspace, author: Author, idOrName: string): TractHandle {
  const row = findTract(file.db.read, checkTextGiven('the id or name of a tract', idOrName))
  if (!row) throw new Fault('tract/not-found', { name: idOrName, similar: similarTo(idOrName, listTracts(file.db.read).map(({ name }) => name)) })
  return { file, key: row.id, id: asTractId(row.uuid), author, branch: null }
}

/** Most recently used first. */
export function listTractSummaries(file: OpenWorkspace): readonly TractSummary[] {
  return listTracts(file.db.read).map((row) => toSummary(file, row))
}

/** Gives a tract another name; null where it has it already. Faults: `tract/name-taken`, `tract/bad-name`. */
export function renameTract(tract: TractHandle, rawName: string): Operation | null {
  const name = checkTractName(rawName)
  return operateIfNeeded(tract, { verb: 'rename', detail: name }, (tx) => {
    const before = getTract(tx.db, tract.key).name
    if (before === name) return
    checkNameFree(findTract(tx.db, name), name)
    tx.fact({ type: 'config_changed', key: 'name', before, after: name })
  })
}

/** Changes settings; what isn't named, and what is as it was, stays. null where all is as it was. Faults: `config/bad-value`, `value/not-json`. */
export function configureTract(tract: TractHandle, changes: TractConfig): Operation | null {
  checkConfig(changes)
  return operateIfNeeded(tract, { verb: 'configure', detail: Object.keys(changes).join(', ') }, (tx) => {
    const { config } = getTract(tx.db, tract.key)
    for (const [key, after] of Object.entries(changes) as [keyof TractConfig, Json][]) {
      const inEffect = (config[key] ?? defaultTractConfig[key]) as Json
      if (canonicalJson(inEffect) !== canonicalJson(after)) tx.fact({ type: 'config_changed', key, before: (config[key] ?? null) as Json, after })
    }
  })
}

function toSummary(file: OpenWorkspace, row: TractRow): TractSummary {
  const handle: TractHandle = { file, key: row.id, id: asTractId(row.uuid), author: { kind: 'system', id: 'list' }, branch: null }
  const { tip } = positionOf(file.db.read, handle)
  const at = tip === null ? null : getCommit(file.db.read, tip)
  return { id: handle.id, name: row.name, commitCount: at?.depth ?? 0, messageCount: at?.messages ?? 0, lastUsedAt: row.lastUsedAt / 1000 }
}

function checkTractName(raw: string): string {
  if (!checkTextGiven('a name', raw).isWellFormed()) throw new Fault('tract/bad-name', { name: raw.toWellFormed(), found: 'it has half of a character in it' })
  const name = raw.normalize('NFC').trim()
  if (name === '') throw new Fault('tract/bad-name', { name: raw, found: 'it is empty' })
  if (name.length > 120) throw new Fault('tract/bad-name', { name: `${name.slice(0, 40)}…`, found: 'it is longer than 120 characters' })
  if (/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name)) throw new Fault('tract/bad-name', { name, found: 'it has a control character in it' })
  return name
}

function checkNameFree(taken: TractRow | undefined, name: string): void {
  if (taken?.name === name || taken?.uuid === name) throw new Fault('tract/name-taken', { name })
}

function freeName(tracts: readonly TractRow[]): string {
  const taken = new Set(tracts.map(({ name }) => name))
  for (let i = 1; ; i++) {
    const name = i === 1 ? 'Untitled tract' : `Untitled tract ${i}`
    if (!taken.has(name)) return name
  }
}
