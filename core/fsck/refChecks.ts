import { seenAs } from '../history/refs/lookAlike.ts'
import { checkRefName } from '../history/refs/names.ts'
import { origHead, tagPrefix } from '../store/refs.ts'
import { readAuthors, readTypes } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import type { Subject } from './subject.ts'

export function* checkRefs({ refs, commits, tracts }: Subject): Iterable<Found> {
  for (const { tract, name, commit } of refs) {
    const about = { tract }
    if (!isRefName(name)) yield { code: 'I-27', text: `A ref has a name that can't be: ${JSON.stringify(name)}`, ...about }
    const target = commits.byId.get(commit)
    if (!target) yield { code: 'I-28', text: `The ref "${name}" points at a commit (row ${commit}) that isn't there`, ...about }
    else if (!tracts.byId.has(tract)) yield { code: 'I-28', text: `The ref "${name}" belongs to a tract (row ${tract}) that isn't there` }
    else if (target.purgedBy !== null) yield { code: 'I-28', text: `The ref "${name}" points at a commit that was removed for good`, ...about }
    else if (target.tract !== tract) yield { code: 'I-28', text: `The ref "${name}" points at a commit of another tract`, ...about }
  }
  for (const [names, tract] of twinsOf(refs)) yield { code: 'I-27', text: `The names ${names.map((name) => `"${name}"`).join(' and ')} can't be told apart on a screen`, tract, severity: 'warning' }
}

function isRefName(name: unknown): boolean {
  if (typeof name !== 'string') return false
  const plain = name.startsWith(tagPrefix) ? name.slice(tagPrefix.length) : name
  if (plain === origHead) return true
  try {
    return checkRefName(plain) === plain
  } catch {
    return false
  }
}

function twinsOf(refs: Subject['refs']): readonly (readonly [names: readonly string[], tract: number])[] {
  const groups = Map.groupBy(refs.filter(({ name }) => typeof name === 'string'), ({ tract, name }) => `${tract} ${seenAs(name)}`)
  return [...groups.values()].filter((group) => group.length > 1).map((group) => [group.map(({ name }) => name), group[0]?.tract ?? 0])
}

export function* checkHeads({ tracts, commits }: Subject): Iterable<Found> {
  for (const { id, name, headBranch, headCommit, uuid } of tracts.list) {
    const about = { tract: id }
    if ((headBranch === null) === (headCommit === null)) yield { code: 'I-29', text: `HEAD of the tract "${name}" is neither on a branch nor on a commit, or on both`, ...about }
    if (headBranch !== null && !isRefName(headBranch)) yield { code: 'I-29', text: `HEAD of the tract "${name}" is on a branch whose name can't be: ${JSON.stringify(headBranch)}`, ...about }
    if (headCommit !== null && !commits.byId.has(headCommit)) yield { code: 'I-29', text: `HEAD of the tract "${name}" is on a commit (row ${headCommit}) that isn't there`, ...about }
    if (typeof uuid !== 'string' || uuid === '') yield { code: 'I-73', text: `The tract "${name}" has no id`, ...about }
  }
}

export function* checkTractRows({ tracts }: Subject): Iterable<Found> {
  for (const { id, name, config, redo } of tracts.list) {
    if (!isRecord(jsonOf(config)) || !Array.isArray(jsonOf(redo))) yield { code: 'I-72', text: `The tract "${name}" has settings that are no JSON`, tract: id }
  }
}

const authorKinds: readonly unknown[] = ['user', 'agent', 'policy', 'orchestrator', 'import', 'system']
const roles: readonly unknown[] = ['system', 'user', 'assistant', 'tool']
const priorities: readonly unknown[] = ['pinned', 'normal', 'skip']

export function* checkNames({ db, blobs }: Subject): Iterable<Found> {
  for (const { id, kind, name } of readAuthors(db)) {
    if (!authorKinds.includes(kind) || typeof name !== 'string') yield { code: 'I-46', text: `The author of row ${id} is none that there can be: ${kind} ${name}`, severity: 'error' }
  }
  const used = new Set(blobs.list.map(({ type }) => type))
  for (const { name, role, priority } of readTypes(db)) {
    if (typeof name !== 'string' || !roles.includes(role) || !priorities.includes(priority)) yield { code: 'I-24', text: `The content type "${name}" is not sound`, severity: 'error' }
    else if (!used.has(name)) yield { code: 'I-24', text: `The content type "${name}" is kept and no message has it` }
  }
}
