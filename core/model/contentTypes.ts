import { z } from 'zod'
import { canonicalJson } from './canonicalJson.ts'
import type { Content, ContentType, OwnContentType, OwnContentTypes, Priority, Role } from './content.ts'
import type { CustomContentType } from './customTypes.ts'
import { Fault } from './fault.ts'
import type { Json, JsonObject } from './json.ts'
import { fenced, listUnder, wordsIn } from './text.ts'

type Own<T extends OwnContentType> = { readonly type: T } & OwnContentTypes[T]
type Row<T extends OwnContentType> = {
  readonly schema: z.ZodType<Own<T>>
  readonly role: (content: Own<T>) => Role
  /** The priority a message of this type starts with; written into its commit, so changing it here never changes the past. */
  readonly priority: Priority
  /** The field its words stand in, where it is a text: what a string given to `edit` replaces. */
  readonly words: (keyof OwnContentTypes[T] & string) | null
  /** How it reads as plain text: in a prompt, in a preview. */
  readonly toText: (content: Own<T>) => string
  /** What a search looks in: the words of every field that can be anything. */
  readonly searchText: (content: Own<T>) => string
}

const text = z.string()
const name = z.string().min(1)
const json = z.custom<Json>((value) => value !== undefined, 'is missing')

/** One row a content type: what it must look like, whose voice it is, and how it reads. */
export const contentTypes: { readonly [T in OwnContentType]: Row<T> } = {
  instruction: {
    schema: z.strictObject({ type: z.literal('instruction'), text }),
    role: () => 'system',
    priority: 'pinned',
    words: 'text',
    toText: (content) => content.text,
    searchText: (content) => content.text,
  },
  dialogue: {
    schema: z.strictObject({ type: z.literal('dialogue'), role: z.enum(['user', 'assistant', 'system']), text, name: name.optional() }) as Row<'dialogue'>['schema'],
    role: (content) => content.role,
    priority: 'normal',
    words: 'text',
    toText: (content) => content.text,
    searchText: (content) => (content.name === undefined ? content.text : wordsIn([content.name, content.text])),
  },
  tool_call: {
    schema: z.strictObject({ type: z.literal('tool_call'), callId: name, tool: name, input: json }),
    role: () => 'assistant',
    priority: 'normal',
    words: null,
    toText: (content) => `${content.tool}(${canonicalJson(content.input)})`,
    searchText: ({ tool, input, callId }) => wordsIn([tool, input, callId]),
  },
  tool_result: {
    schema: z.strictObject({ type: z.literal('tool_result'), callId: name, tool: name, output: json, status: z.enum(['success', 'error']) }),
    role: () => 'tool',
    priority: 'normal',
    words: 'output',
    toText: (content) => (typeof content.output === 'string' ? content.output : canonicalJson(content.output)),
    searchText: ({ tool, output, callId }) => wordsIn([tool, output, callId]),
  },
  reasoning: {
    schema: z.strictObject({ type: z.literal('reasoning'), text, signature: z.string().optional() }) as Row<'reasoning'>['schema'],
    role: () => 'assistant',
    priority: 'normal',
    words: 'text',
    toText: (content) => content.text,
    searchText: (content) => content.text, // a signature has no words
  },
  artifact: {
    schema: z.strictObject({
      type: z.literal('artifact'), artifactType: name, content: text, language: z.string().regex(/^[^`\r\n]+$/, 'must be a name on one line').optional(), ref: z.string().optional(),
    }) as Row<'artifact'>['schema'],
    role: () => 'assistant',
    priority: 'normal',
    words: 'content',
    toText: ({ content, language, ref = '' }) => (ref === '' ? '' : `${ref}\n`) + (language === undefined ? content : fenced(content, language)), // a model must know which file it reads
    searchText: ({ artifactType, language = '', ref = '', content }) => wordsIn([artifactType, language, ref, content]),
  },
  output: {
    schema: z.strictObject({ type: z.literal('output'), text, format: z.enum(['text', 'markdown', 'json']) }),
    role: () => 'assistant',
    priority: 'normal',
    words: 'text',
    toText: (content) => content.text,
    searchText: (content) => content.text,
  },
  freeform: {
    schema: z.strictObject({ type: z.literal('freeform'), payload: z.record(z.string(), json) }),
    role: () => 'assistant',
    priority: 'normal',
    words: null,
    toText: (content) => canonicalJson(content.payload),
    searchText: (content) => wordsIn(content.payload),
  },
  session: {
    schema: z.strictObject({
      type: z.literal('session'), sessionType: z.enum(['start', 'end', 'handoff', 'checkpoint']), summary: text,
      decisions: z.array(text), failedApproaches: z.array(text), nextSteps: z.array(text),
    }),
    role: () => 'system',
    priority: 'pinned',
    words: 'summary',
    toText: ({ summary, decisions, failedApproaches, nextSteps }) =>
      [summary, listUnder('Decisions', decisions), listUnder('Failed approaches', failedApproaches), listUnder('Next steps', nextSteps)].filter((part) => part !== '').join('\n\n'),
    searchText: ({ summary, decisions, failedApproaches, nextSteps }) => wordsIn([summary, decisions, failedApproaches, nextSteps]),
  },
  summary: {
    schema: z.strictObject({ type: z.literal('summary'), text }),
    // A system text would be moved to the top; the assistant's words can't come first, and where they come last they are continued instead of answered.
    role: () => 'user',
    priority: 'normal',
    words: 'text',
    toText: (content) => content.text,
    searchText: (content) => content.text,
  },
}

/** A row as a reader of any content needs it. */
export type TypeRow = {
  readonly role: (content: Content) => Role
  readonly priority: Priority
  readonly words: string | null
  readonly toText: (content: Content) => string
  readonly searchText: (content: Content) => string
  /** What is wrong with a content of this type; empty when nothing is. */
  readonly problemsOf: (content: Content) => readonly string[]
  /** null for one of the library's own. */
  readonly custom: CustomContentType | null
}
/** The content types that contents are written and read with, by name. */
export type TypeRows = ReadonlyMap<string, TypeRow>

export const ownTypes: TypeRows = new Map(
  Object.entries(contentTypes as unknown as { readonly [type: string]: Row<OwnContentType> }).map(([type, { schema, ...row }]): [string, TypeRow] => [
    type, { ...(row as unknown as Omit<TypeRow, 'problemsOf' | 'custom'>), problemsOf: (content) => problemsIn(schema.safeParse(content)), custom: null },
  ]),
)

export const roleOf = (content: Content, types: TypeRows = ownTypes): Role => rowOf(content.type, types).role(content)
export const priorityOf = (type: ContentType, types: TypeRows = ownTypes): Priority => rowOf(type, types).priority
/** How a content reads. One whose type isn't registered reads as its data. */
export const textOf = (content: Content, types: TypeRows): string => (types.get(content.type)?.toText ?? readAsData)(content)
/** The words of a content that a text given to `edit` replaces; of a type without such a field, how it reads. */
export function wordsOf(content: Content, types: TypeRows): string {
  const words: unknown = (content as { readonly [field: string]: unknown })[types.get(content.type)?.words ?? '']
  return typeof words === 'string' ? words : textOf(content, types)
}
/** What a search index takes of a content; of a type of a program's own all fields, however it is rendered: other programs share the index. */
export const searchText = (content: Content): string => (ownTypes.get(content.type)?.searchText ?? fieldWords)(content)
export const nameOf = (content: Content): string | null => (content.type === 'dialogue' ? (content.name ?? null) : null)

/** Where a content of the library's own has its words, if that is a text. */
export const fieldOfWords = (type: string): string | null => ownTypes.get(type)?.words ?? null

/** Checks a content as it comes in. Faults: `content/invalid`; text that isn't well-formed is refused where it is hashed (`value/not-json`). */
export function parseContent(content: Content, types: TypeRows = ownTypes): Content {
  const type: unknown = (content as { type?: unknown } | null)?.type
  if (typeof type !== 'string') throw new Fault('content/invalid', { type: '', problems: [`its type must be one of ${[...types.keys()].join(', ')}`] })
  const problems = rowOf(type, types).problemsOf(content)
  if (problems.length > 0) throw new Fault('content/invalid', { type, problems })
  return content
}

/** The same content with another text; for types whose words stand in one field. Faults: `content/invalid`. */
export function withText(content: Content, words: string, types: TypeRows): Content {
  const field = types.get(content.type)?.words
  if (typeof field === 'string' && typeof (content as { readonly [field: string]: unknown })[field] === 'string') return { ...content, [field]: words }
  throw new Fault('content/invalid', { type: content.type, problems: ['it has no text of its own: give the whole content'] })
}

/** A content of a type that nobody registered: all that is known of it. */
export const readAsData = (content: Content): string => canonicalJson(fieldsOf(content))
export const fieldWords = (content: Content): string => wordsIn(Object.values(fieldsOf(content)))

/** Everything but its type. */
export function fieldsOf({ type: _type, ...fields }: Content): JsonObject {
  return fields
}

export const problemsIn = (parsed: z.ZodSafeParseResult<unknown>): readonly string[] => parsed.error?.issues.map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message}`) ?? []

function rowOf(type: string, types: TypeRows): TypeRow {
  const row = types.get(type)
  if (!row) throw new Fault('content/invalid', { type, problems: [`this type isn't registered here; there are ${[...types.keys()].join(', ')}`] })
  return row
}
