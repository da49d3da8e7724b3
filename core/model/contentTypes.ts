import { z } from 'zod'
import type { Content, ContentType, ContentTypes, Priority, Role } from './content.ts'
import { canonicalJson } from './canonicalJson.ts'
import { Fault } from './fault.ts'
import type { Json } from './json.ts'

type Row<T extends ContentType> = {
  readonly schema: z.ZodType<{ readonly type: T } & ContentTypes[T]>
  readonly role: (content: Content<T>) => Role
  /** The priority a message of this type starts with; written into its commit, so changing it here never changes the past. */
  readonly priority: Priority
  /** How it reads as plain text: in a neutral prompt, in a preview, in a search index. */
  readonly toText: (content: Content<T>) => string
}

const text = z.string()
const json = z.custom<Json>((value) => value !== undefined, 'is missing')

/** One row a content type: what it must look like, whose voice it is, and how it reads. */
export const contentTypes: { readonly [T in ContentType]: Row<T> } = {
  instruction: {
    schema: z.strictObject({ type: z.literal('instruction'), text }),
    role: () => 'system',
    priority: 'pinned',
    toText: (content) => content.text,
  },
  dialogue: {
    schema: z.strictObject({ type: z.literal('dialogue'), role: z.enum(['user', 'assistant', 'system']), text, name: z.string().min(1).optional() }) as Row<'dialogue'>['schema'],
    role: (content) => content.role,
    priority: 'normal',
    toText: (content) => content.text,
  },
  tool_call: {
    schema: z.strictObject({ type: z.literal('tool_call'), callId: z.string().min(1), tool: z.string().min(1), input: json }),
    role: () => 'assistant',
    priority: 'normal',
    toText: (content) => `${content.tool}(${canonicalJson(content.input)})`,
  },
  tool_result: {
    schema: z.strictObject({ type: z.literal('tool_result'), callId: z.string().min(1), tool: z.string().min(1), output: json, status: z.enum(['success', 'error']) }),
    role: () => 'tool',
    priority: 'normal',
    toText: (content) => (typeof content.output === 'string' ? content.output : canonicalJson(content.output)),
  },
  reasoning: {
    schema: z.strictObject({ type: z.literal('reasoning'), text, signature: z.string().optional() }) as Row<'reasoning'>['schema'],
    role: () => 'assistant',
    priority: 'normal',
    toText: (content) => content.text,
  },
  artifact: {
    schema: z.strictObject({ type: z.literal('artifact'), artifactType: z.string().min(1), content: text, language: z.string().optional(), ref: z.string().optional() }) as Row<'artifact'>['schema'],
    role: () => 'assistant',
    priority: 'normal',
    toText: (content) => content.content,
  },
  output: {
    schema: z.strictObject({ type: z.literal('output'), text, format: z.enum(['text', 'markdown', 'json']) }),
    role: () => 'assistant',
    priority: 'normal',
    toText: (content) => content.text,
  },
  freeform: {
    schema: z.strictObject({ type: z.literal('freeform'), payload: z.record(z.string(), json) }) as unknown as Row<'freeform'>['schema'],
    role: () => 'assistant',
    priority: 'normal',
    toText: (content) => canonicalJson(content.payload),
  },
  session: {
    schema: z.strictObject({
      type: z.literal('session'), sessionType: z.enum(['start', 'end', 'handoff', 'checkpoint']), summary: text,
      decisions: z.array(text), failedApproaches: z.array(text), nextSteps: z.array(text),
    }),
    role: () => 'system',
    priority: 'pinned',
    toText: (content) => content.summary,
  },
  summary: {
    schema: z.strictObject({ type: z.literal('summary'), text }),
    role: () => 'assistant',
    priority: 'normal',
    toText: (content) => content.text,
  },
}

const row = (type: ContentType) => contentTypes[type] as unknown as Row<ContentType>

export const roleOf = (content: Content): Role => row(content.type).role(content)
export const textOf = (content: Content): string => row(content.type).toText(content)
export const priorityOf = (type: ContentType): Priority => row(type).priority
export const nameOf = (content: Content): string | null => (content.type === 'dialogue' ? (content.name ?? null) : null)

/** Checks a content as it comes in. Faults: `content/invalid`; text that isn't well-formed is refused where it is hashed (`value/not-json`). */
export function parseContent(content: Content): Content {
  const type = (content as { type?: unknown } | null)?.type
  if (typeof type !== 'string' || !Object.hasOwn(contentTypes, type)) {
    throw new Fault('content/invalid', { type: String(type), problems: [`its type must be one of ${Object.keys(contentTypes).join(', ')}`] })
  }
  const parsed = row(type as ContentType).schema.safeParse(content)
  if (parsed.success) return content
  throw new Fault('content/invalid', { type, problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message}`) })
}

/** The same content with another text; for types whose words are in `text`. Faults: `content/invalid`. */
export function withText(content: Content, words: string): Content {
  if ('text' in content) return { ...content, text: words }
  throw new Fault('content/invalid', { type: content.type, problems: ['it has no text of its own: give the whole content'] })
}
