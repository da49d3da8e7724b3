import { canonicalJson } from '../model/canonicalJson.ts'
import { hashOf } from '../model/hash.ts'
import { resolveConfig } from '../model/llmConfig.ts'
import { hasSecret } from '../model/secretPatterns.ts'
import { encodings, priorities, type StoredKind } from '../store/commitKinds.ts'
import type { RawCommit } from '../store/fsckRows.ts'
import type { Found } from './finding.ts'
import { isRecord } from './jsonText.ts'
import { changeOf, kindOfRow, nameOfCommit, type Subject } from './subject.ts'

export function* checkCommits(subject: Subject): Iterable<Found> {
  for (const commit of subject.commits.list) {
    for (const { code, text, ...rest } of checkCommit(subject, commit)) yield { code, text: `The ${kindOfRow(commit) ?? 'unknown'} ${nameOfCommit(commit)} ${text}`, tract: commit.tract, ...rest }
  }
}

function* checkCommit(subject: Subject, commit: RawCommit): Iterable<Found> {
  if (commit.hash === null) yield { code: 'I-73', text: 'is named by something that is not 32 bytes' }
  yield* checkParents(subject, commit)
  if (commit.purgedBy !== null) return
  yield* checkKind(subject, commit)
  yield* checkConfig(commit)
  const hash = rehash(subject, commit)
  if (hash !== null && hash !== commit.hash) yield { code: 'I-17', text: "doesn't match its fingerprint" }
}

function* checkParents({ commits, authors, tracts }: Subject, { id, parent, parent2, respondsTo, author, tract, origin, encoding }: RawCommit): Iterable<Found> {
  for (const key of [parent, parent2]) {
    if (key === null) continue
    if (!commits.byId.has(key)) yield { code: 'I-12', text: `follows a commit (row ${key}) that isn't there` }
    else if (key >= id) yield { code: 'I-18', text: 'is its own ancestor: it follows a commit that came later' }
  }
  if (parent2 !== null && (parent === null || parent === parent2)) yield { code: 'I-20', text: 'has two parents that are one' }
  if (respondsTo !== null && (respondsTo >= id || !commits.byId.has(respondsTo))) yield { code: 'I-22', text: `answers a message (row ${respondsTo}) that isn't there before it` }
  if (!authors.byId.has(author)) yield { code: 'I-08', text: 'was made by nobody' }
  if (!tracts.byId.has(tract)) yield { code: 'I-23', text: `was made on a tract (row ${tract}) that isn't there` }
  if (origin !== null && (origin >= id || !commits.byId.has(origin))) yield { code: 'I-21', text: `is a copy of a commit (row ${origin}) that isn't there before it` }
  if (encodings[encoding] === undefined) yield { code: 'I-14', text: 'says its tokens were counted in an encoding that there is none of', repair: 'none' }
}

type Shape = { readonly blob: boolean; readonly target: boolean; readonly priority: boolean; readonly second: boolean; readonly payload: 'replaces' | 'resolutions' | null }

/** Which columns a commit of each kind has. */
const shapes: { readonly [Kind in StoredKind]: Shape } = {
  append: { blob: true, target: false, priority: true, second: false, payload: null },
  edit: { blob: true, target: true, priority: false, second: false, payload: null },
  annotate: { blob: false, target: true, priority: true, second: false, payload: null },
  compress: { blob: true, target: false, priority: true, second: false, payload: 'replaces' },
  expand: { blob: false, target: true, priority: false, second: false, payload: null },
  resolve: { blob: false, target: false, priority: false, second: false, payload: 'resolutions' },
  merge: { blob: false, target: false, priority: false, second: true, payload: 'resolutions' },
}

function* checkKind(subject: Subject, commit: RawCommit): Iterable<Found> {
  const kind = kindOfRow(commit)
  if (kind === undefined) return yield { code: 'I-21', text: `has a kind that there is none of: ${commit.kind}` }
  const shape = shapes[kind]
  const payload = subject.payloads.get(commit.id)
  const isWhole = shape.blob === (commit.blob !== null) && shape.target === (commit.target !== null) && (commit.respondsTo === null || kind === 'append')
  if (!isWhole || shape.payload !== payloadKind(payload)) yield { code: 'I-21', text: 'lacks something that a commit of its kind has, or has something that it has not' }
  if ((commit.parent2 !== null) !== shape.second) yield { code: 'I-20', text: `has ${commit.parent2 === null ? 'one parent and is a merge' : 'two parents and is no merge'}` }
  const isAllowed = commit.priority === null ? !shape.priority : shape.priority && priorities[commit.priority] !== undefined
  // A summary begins as a normal message; its fingerprint doesn't say so.
  if (!isAllowed || (kind === 'compress' && commit.priority !== 0)) yield { code: 'I-31', text: `has a priority that can't be: ${commit.priority}` }
  yield* checkNamed(subject, commit)
  if (kind === 'compress') yield* checkSummary(subject, commit)
  if (commit.origin !== null && (kind === 'append' || kind === 'compress')) yield* checkCopy(subject, commit, subject.commits.byId.get(commit.origin))
}

const payloadKind = (payload: { readonly replaces?: unknown; readonly resolutions?: unknown } | undefined): Shape['payload'] =>
  payload?.replaces !== undefined ? 'replaces' : payload?.resolutions !== undefined ? 'resolutions' : null

/** That the rows are there. Whether they lie on this history is told by folding it. */
function* checkNamed({ commits, blobs, payloads }: Subject, { id, target, blob, note }: RawCommit): Iterable<Found> {
  const isMessage = (key: number): boolean => {
    const named = commits.byId.get(key)
    return named !== undefined && key < id && (named.kind === 0 || named.kind === 3) && changeOf(named) === key
  }
  if (target !== null && !isMessage(target)) yield { code: 'I-21', text: `is about a message (row ${target}) that isn't there` }
  for (const key of [blob, note]) if (key !== null && !blobs.byId.has(key)) yield { code: 'I-08', text: `names a text (row ${key}) that isn't there` }
  if (note !== null && blobs.byId.has(note) && blobs.byId.get(note)?.type !== 'note') yield { code: 'I-21', text: 'has a message as its free text' }
  const { replaces, resolutions } = payloads.get(id) ?? {}
  for (const key of replaces ?? []) if (!isMessage(key)) yield { code: 'I-36', text: `stands for a message (row ${key}) that isn't there` }
  for (const { message, blob: text } of resolutions ?? []) {
    if (!isMessage(message)) yield { code: 'I-21', text: `decides about a message (row ${message}) that isn't there` }
    if (text !== undefined && !blobs.byId.has(text)) yield { code: 'I-36', text: `sets a text (row ${text}) that isn't there` }
  }
}

function* checkSummary({ blobs, payloads }: Subject, { id, blob, encoding }: RawCommit): Iterable<Found> {
  const text = blob === null ? undefined : blobs.byId.get(blob)
  const tokens = encoding === 0 ? text?.tokensO200k : text?.tokensCl100k
  const { replaces, originalTokens } = payloads.get(id) ?? {}
  if (text?.goneBy === null && text.hasText === 0) yield { code: 'I-41', text: 'is a summary without a word' }
  if (replaces?.length === 0) yield { code: 'I-36', text: 'stands for no message' }
  if (typeof tokens === 'number' && originalTokens !== undefined && tokens > originalTokens) yield { code: 'I-41', text: `is longer (${tokens} tokens) than what it stands for (${originalTokens})` }
}

/** A forged copy would make a message vanish as one that is there already. */
function* checkCopy({ payloads }: Subject, copy: RawCommit, original: RawCommit | undefined): Iterable<Found> {
  if (!original || original.purgedBy !== null) return
  const replaces = ({ id }: RawCommit) => JSON.stringify(payloads.get(id)?.replaces ?? null)
  const isSame = copy.kind === original.kind && copy.blob === original.blob && copy.priority === original.priority && replaces(copy) === replaces(original)
  if (!isSame) yield { code: 'I-21', text: `says that it is a copy of ${nameOfCommit(original)} and differs from it` }
}

function* checkConfig({ config }: RawCommit): Iterable<Found> {
  if (config === null) return
  const value = canonicalOf(config)
  if (value === undefined) return yield { code: 'I-72', text: 'has settings that are no JSON' }
  if (!isSettings(value)) yield { code: 'I-25', text: 'has settings that no call can be made with' }
  if (hasSecret(config)) yield { code: 'I-25', text: 'has something in its settings that looks like a key or a password', severity: 'warning' }
}

/** The value of a canonical JSON text; undefined where it is none. */
function canonicalOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return canonicalJson(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

function isSettings(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['values']) || !isRecord(value['levels'])) return false
  try {
    return canonicalJson(resolveConfig({ llmConfig: value['values'] }).values) === canonicalJson(value['values'])
  } catch {
    return false
  }
}

/** null where something that the hash covers isn't there: that is told of by itself. The canonical JSON of its fields, written out: there are many. */
function rehash(subject: Subject, commit: RawCommit): string | null {
  const author = subject.authors.byId.get(commit.author)
  const kind = kindOfRow(commit)
  if (kind === undefined || !author) return null
  const name = (hash: string | null): string => (hash === null ? 'null' : `"${hash}"`)
  try {
    const parents = [commit.parent, commit.parent2].filter((key) => key !== null).map((key) => name(commitHash(subject, key)))
    return hashOf('tract:commit:1', [
      `{"author":{"id":${JSON.stringify(author.name)},"kind":${JSON.stringify(author.kind)}}`,
      `"blob":${name(ifAny(commit.blob, (key) => blobHash(subject, key)))}`,
      `"createdAt":${commit.createdAt}`,
      `"generationConfig":${commit.config ?? 'null'}`,
      `"kind":"${kind}"`,
      `"note":${name(ifAny(commit.note, (key) => blobHash(subject, key)))}`,
      `"origin":${name(ifAny(commit.origin, (key) => commitHash(subject, key)))}`,
      `"parents":[${parents.join(',')}]`,
      `"payload":${payloadOf(subject, kind, commit)}`,
      `"target":${name(ifAny(commit.target, (key) => commitHash(subject, key)))}}`,
    ].join(','))
  } catch {
    return null
  }
}

const ifAny = <T>(key: number | null, read: (key: number) => T): T | null => (key === null ? null : read(key))
const commitHash = ({ commits }: Subject, key: number): string => commits.byId.get(key)?.hash ?? fail()
const blobHash = ({ blobs }: Subject, key: number): string => blobs.byId.get(key)?.hash ?? fail()

function fail(): never {
  throw new Error("a row that is named isn't there")
}

function payloadOf(subject: Subject, kind: StoredKind, commit: RawCommit): string {
  const { replaces = [], resolutions = [] } = subject.payloads.get(commit.id) ?? {}
  const priority = JSON.stringify(ifAny(commit.priority, (code) => priorities[code] ?? fail()))
  switch (kind) {
    case 'append':
      return commit.respondsTo === null ? `{"priority":${priority}}` : `{"priority":${priority},"respondsTo":"${commitHash(subject, commit.respondsTo)}"}`
    case 'annotate':
      return `{"priority":${priority}}`
    case 'compress':
      return canonicalJson({ replaces: replaces.map((key) => commitHash(subject, key)) })
    case 'merge':
    case 'resolve':
      return canonicalJson({ resolutions: resolutions.map(({ message, blob, ...rest }) => ({ message: commitHash(subject, message), ...(blob === undefined ? {} : { blob: blobHash(subject, blob) }), ...rest })) })
    default:
      return 'null'
  }
}
