import { expect, test } from 'vitest'
import { Workspace } from '../../../core/index.ts'
import { canonicalJson } from '../../../core/model/canonicalJson.ts'
import type { Content } from '../../../core/model/content.ts'
import { hashBlob } from '../../../core/model/hash.ts'
import type { Json, JsonObject } from '../../../core/model/json.ts'
import { openDatabase } from '../../../core/store/open.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { forSeeds, type Random } from '../../helpers/random.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { ticketType } from '../../helpers/ticketType.ts'

const texts = ['', 'a', '\0', 'a\0b', '\0\0'.repeat(300), '😀'.repeat(700), '\u2028"\\', '__proto__', 'x'.repeat(3_000), '<|endoftext|>', 'é', 'e\u0301']
const keys = ['a', 'b', '__proto__', 'constructor', 'toString', 'toJSON', 'type', 'role', 'text', 'rest', '', '\0', '😀', '0']

const text = (random: Random): string => random.pick(texts)
function json(random: Random, depth = 3): Json {
  if (depth === 0 || random.chance(0.3)) return random.pick<Json>([null, true, 0, -1.5, text(random)])
  return random.chance(0.3) ? Array.from({ length: random.below(3) }, () => json(random, depth - 1)) : object(random, depth)
}
function object(random: Random, depth = 3): JsonObject {
  return Object.fromEntries(Array.from({ length: random.below(4) }, () => [random.pick(keys), json(random, depth - 1)]))
}
const maybe = <T extends object>(random: Random, fields: T): Partial<T> => (random.chance(0.5) ? fields : {})
const lines = (random: Random): string[] => Array.from({ length: random.below(3) }, () => text(random))

function content(random: Random): Content {
  const type = random.pick(['instruction', 'dialogue', 'tool_call', 'tool_result', 'reasoning', 'artifact', 'output', 'freeform', 'session', 'summary', 'ticket'] as const)
  switch (type) {
    case 'dialogue':
      return { type, role: random.pick(['user', 'assistant', 'system']), text: text(random), ...maybe(random, { name: 'ada\0' }) }
    case 'tool_call':
      return { type, callId: 'c\0', tool: 't', input: json(random) }
    case 'tool_result':
      return { type, callId: 'c', tool: '__proto__', output: json(random), status: random.pick(['success', 'error']) }
    case 'reasoning':
      return { type, text: text(random), ...maybe(random, { signature: text(random) }) }
    case 'artifact':
      return { type, artifactType: 'code', content: text(random), ...maybe(random, { language: 'ts' }), ...maybe(random, { ref: text(random) }) }
    case 'output':
      return { type, text: text(random), format: random.pick(['text', 'markdown', 'json']) }
    case 'freeform':
      return { type, payload: object(random) }
    case 'session':
      return { type, sessionType: 'checkpoint', summary: text(random), decisions: lines(random), failedApproaches: lines(random), nextSteps: lines(random) }
    case 'ticket':
      return { type, number: random.below(9), title: text(random) }
    default:
      return { type, text: text(random) }
  }
}

/** The same with the fields of every object in the opposite order. */
function turned(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  return Array.isArray(value) ? (value as readonly Json[]).map(turned) : Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)]))
}

/** Objects that are not plain: a field called `__proto__` must be data. */
function oddObjects(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const isPlain = Object.getPrototypeOf(value) === (Array.isArray(value) ? Array.prototype : Object.prototype)
  return (isPlain ? 0 : 1) + Object.values(value).reduce<number>((sum, inner) => sum + oddObjects(inner), 0)
}

test('a content of any type comes back as it was given, from another connection, under one name however its fields were ordered', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file(), { contentTypes: [ticketType] })
  const tract = workspace.create()
  const given = new Map<string, { readonly canonical: string; readonly preview: string }>()
  workspace.get(tract.id).batch(() => {
    forSeeds(600, (random) => {
      const made = content(random)
      const { hash, preview } = tract.commit(random.chance(0.5) ? made : (turned(made) as unknown as Content))
      given.set(hash, { canonical: canonicalJson(made), preview })
    })
  })
  using other = Workspace.open(folder.file(), { access: 'read', contentTypes: [ticketType] })
  const there = other.get(tract.id)
  const blobs = new Map(there.compile().messages.map(({ commit, blob, body }) => [commit as string, { blob, body: canonicalJson(body), odd: oddObjects(body) }]))
  for (const [hash, { canonical, preview }] of given) {
    const shown = there.show(hash)
    const found = { content: canonicalJson(shown.content), odd: oddObjects(shown.content), compiled: blobs.get(hash), preview: 'preview' in shown.commit ? shown.commit.preview : null }
    expect(found).toEqual({ content: canonical, odd: 0, compiled: { blob: hashBlob(canonical), body: canonical, odd: 0 }, preview })
  }
  expect([other.verify().kind, other.replay().kind, Object.keys(Object.prototype), ({} as { a?: unknown }).a]).toEqual(['intact', 'same', [], undefined])
}, 30_000)

test('the file holds each content once, and no raw NUL where it keeps JSON', () => {
  using folder = tempFolder()
  {
    using workspace = Workspace.open(folder.file())
    const tract = workspace.create()
    tract.commit({ type: 'freeform', payload: { b: '\0', a: 1 } }, { metadata: { '\0': '\0' } })
    tract.commit({ type: 'freeform', payload: { a: 1, b: '\0' } })
    tract.user('a\0b'.padEnd(2_000, '\0'))
  }
  const db = openDatabase(folder.file(), { access: 'read' })
  const rows = db.read.all("select type, count(*) as blobs, sum(instr(cast(rest as blob), x'00')) as nuls, max(length(cast(text as blob))) as bytes from blobs group by type order by type")
  db.close()
  expect(rows).toEqual([{ type: 'dialogue', blobs: 1, nuls: null, bytes: 2_000 }, { type: 'freeform', blobs: 1, nuls: 0, bytes: null }, { type: 'note', blobs: 1, nuls: 0, bytes: null }])
})

test('a preview goes past a NUL', () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  expect([tract.user('a\0b').preview, tract.user('\0').message, tract.log().items.map((commit) => ('preview' in commit ? commit.preview : null))]).toEqual(['a\0b', 'dialogue: \0', ['\0', 'a\0b']])
})

test('what is kept is what was hashed, whatever an object says when it is asked again', () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  let asked = 0
  const shifty = Object.defineProperty({ type: 'freeform' }, 'payload', { enumerable: true, get: () => ({ asked: ++asked }) }) as unknown as Content
  const { hash } = tract.commit(shifty)
  const { content: kept } = tract.show(hash)
  expect(tract.compile().messages.map(({ blob }) => blob)).toEqual([hashBlob(canonicalJson(kept))])
  const hidden = Object.defineProperty({ type: 'instruction' }, 'text', { enumerable: false, value: 'hidden' }) as unknown as Content
  expect(faultOf(() => tract.commit(hidden))).toBe('content/invalid')
})

test('a content may change after it was committed: the history does not', () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  const payload = { list: [1] }
  tract.commit({ type: 'freeform', payload })
  payload.list.push(2)
  expect(tract.compile().messages.map(({ content: words }) => words)).toEqual(['{"list":[1]}'])
})
