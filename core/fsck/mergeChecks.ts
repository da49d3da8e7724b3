import { aboutOf } from '../history/merge/conflictView.ts'
import { type RawWaiting, readMerges } from '../store/fsckRows.ts'
import { isBranch } from '../store/refs.ts'
import type { Found } from './finding.ts'
import { isRecord, jsonOf } from './jsonText.ts'
import { changeOf, kindOfRow, type Subject } from './subject.ts'

/** What doesn't hold of one waiting merge. `answers`: the ids of those that answer nothing; the rest of the merge is sound. */
export type MergeProblem = { readonly code: 'I-76' | 'I-77' | 'I-78' | 'I-79'; readonly text: string; readonly merge: RawWaiting; readonly answers?: readonly string[] }

export function* checkMerges(subject: Subject): Iterable<Found> {
  for (const { id, tract, record } of readMerges(subject.db)) {
    if (!isRecord(jsonOf(record))) yield { code: 'I-72', text: `The waiting merge ${id} has a record that is no JSON`, tract }
  }
  for (const { code, text, merge } of mergeProblems(subject)) yield { code, text: `The waiting merge ${merge.id} ${text}`, tract: merge.tract }
}

/** At most one for each merge: the worst. What can't be read at all is left out. */
export function mergeProblems(subject: Subject): readonly MergeProblem[] {
  const read = readMerges(subject.db).flatMap((merge) => {
    const record = jsonOf(merge.record)
    return isRecord(record) ? [{ merge, record }] : []
  })
  const looked = read.map((one) => ({ ...one, problem: problemOf(subject, one) }))
  const usable = looked.filter(({ problem }) => problem === null || problem.code === 'I-79')
  const seconds = [...Map.groupBy(usable, ({ merge, record }) => `${merge.tract} ${String(record['into'])}`).values()].flatMap(([first, ...more]) =>
    more.map(({ merge, record }): MergeProblem => ({ code: 'I-78', text: `waits on "${String(record['into'])}", where ${first?.merge.id} waits already`, merge })))
  const isSecond = new Set(seconds.map(({ merge }) => merge.id))
  return [...looked.flatMap(({ merge, problem }) => (problem && !isSecond.has(merge.id) ? [problem] : [])), ...seconds]
}

type Waiting = { readonly merge: RawWaiting; readonly record: { readonly [field: string]: unknown } }

function problemOf(subject: Subject, { merge, record }: Waiting): MergeProblem | null {
  const { branch, into, note } = record
  const isThere = typeof into === 'string' && isBranch(into) && subject.refs.some(({ tract, name }) => tract === merge.tract && name === into)
  if (!isThere || typeof branch !== 'string') return { code: 'I-76', text: `brings ${JSON.stringify(branch)} into ${JSON.stringify(into)}, which is no branch of its tract`, merge }
  const tips = [record['ours'], record['theirs']].map((hash) => (typeof hash === 'string' ? subject.commitsByHash.get(merge.tract)?.get(hash)?.id : undefined))
  const [ours, theirs] = tips
  if (ours === undefined || theirs === undefined) return { code: 'I-77', text: "is about a commit that isn't there", merge }
  if (note !== null && !isText(subject, note)) return { code: 'I-77', text: "has a message that isn't there", merge }
  const answers = looseAnswers(subject, record['answers'], [ours, theirs])
  if (answers === null) return { code: 'I-79', text: 'has answers that can\'t be read', merge, answers: [] }
  return answers.length === 0 ? null : { code: 'I-79', text: `has ${answers.length === 1 ? 'an answer' : `${answers.length} answers`} to what can't be in conflict, or that can't be given`, merge, answers }
}

/** null where they are no answers at all. */
function looseAnswers(subject: Subject, answers: unknown, tips: readonly number[]): readonly string[] | null {
  if (!isRecord(answers)) return null
  const given = Object.entries(answers)
  if (given.length === 0) return []
  const messages = messagesOf(subject, tips)
  return given.filter(([id, answer]) => !isAnswer(subject, messages, id, answer)).map(([id]) => id)
}

/** How the messages of both histories are named in ids of conflicts. To know that they are in conflict, the merge would have to be planned. */
function messagesOf({ commits }: Subject, tips: readonly number[]): ReadonlySet<string> {
  const [names, met, waiting] = [new Set<string>(), new Set<number>(), [...tips]]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const commit = met.has(key) ? undefined : commits.byId.get(key)
    if (!commit) continue
    met.add(key)
    const kind = kindOfRow(commit)
    if (kind === 'append' || kind === 'compress') names.add((commits.byId.get(changeOf(commit))?.hash ?? '').slice(0, 16))
    for (const parent of [commit.parent, commit.parent2]) if (parent !== null) waiting.push(parent)
  }
  return names
}

const priorities: readonly unknown[] = ['pinned', 'normal', 'skip', undefined]

function isAnswer(subject: Subject, messages: ReadonlySet<string>, id: string, answer: unknown): boolean {
  const asked = aboutOf(id)
  if (!asked || !messages.has(asked.message) || !isRecord(answer) || !isRecord(answer['by']) || typeof answer['seen'] !== 'string') return false
  const { take, blob, priority } = answer
  if (take === 'text') return asked.about !== 'priority' && isText(subject, blob) && priorities.includes(priority)
  return blob === undefined && (take === 'ours' || take === 'theirs' || take === 'base' || (take === 'both' && asked.about === 'summaries'))
}

const isText = ({ blobHashes }: Subject, hash: unknown): boolean => typeof hash === 'string' && blobHashes.has(hash)
