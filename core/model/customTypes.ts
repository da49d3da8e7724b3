import type { z } from 'zod'
import { canonicalJson } from './canonicalJson.ts'
import type { Content, ContentType, ContentTypes, Priority, Role } from './content.ts'
import { fieldsOf, fieldWords, ownTypes, problemsIn, readAsData, type TypeRow, type TypeRows } from './contentTypes.ts'
import { Fault } from './fault.ts'

/** A content type of a program's own. Made by `customContentType`. */
export type CustomContentType = {
  readonly type: string
  readonly schema: z.ZodType
  readonly role: Role
  /** The priority its messages start with. */
  readonly priority: Exclude<Priority, 'skip'>
  readonly render: (fields: never) => string
}

/**
 * A content type of your own: its fields as a zod schema, the role it compiles to, and how it reads as text. Pass it to `open({ contentTypes })`; its
 * fields are declared by merging into `ContentTypes`.
 * A content is stored as it was given, not as the schema would change it. A string given to `edit` replaces the field called `text`, if there is one.
 * Its role and first priority can't change once a message has it; `render` can, and what it says of older messages then changes with it.
 * Faults: `content/invalid`.
 * @example
 * const ticket = customContentType({ type: 'ticket', schema: z.strictObject({ number: z.number(), title: z.string() }), role: 'user', render: ({ title }) => title })
 * using desk = Tract.open(':memory:', { contentTypes: [ticket] })
 * desk.commit({ type: 'ticket', number: 7, title: 'Fire' }).preview // → 'Fire'
 */
export function customContentType<T extends ContentType>(definition: {
  readonly type: T
  readonly schema: z.ZodType<ContentTypes[T]>
  readonly role: Role
  /** Default `normal`. */
  readonly priority?: Exclude<Priority, 'skip'>
  readonly render: (content: ContentTypes[T]) => string
}): CustomContentType {
  const { type, schema, role, priority = 'normal', render } = definition
  return checkDefinition({ type, schema, role, priority, render })
}

/** The library's own types and these. Faults: `content/invalid`. */
export function typesWith(custom: readonly CustomContentType[]): TypeRows {
  if (custom.length === 0) return ownTypes
  const rows = new Map(ownTypes)
  for (const definition of custom) {
    const { type } = checkDefinition(definition)
    if (rows.has(type)) throw new Fault('content/invalid', { type, problems: ['it is registered twice'] })
    rows.set(type, toRow(definition))
  }
  return rows
}

const roles: readonly unknown[] = ['system', 'user', 'assistant', 'tool'] satisfies Role[]
const priorities: readonly unknown[] = ['pinned', 'normal'] satisfies Priority[]
/** `note` is how the file marks the free text of a commit. */
const isTaken = (type: string): boolean => ownTypes.has(type) || type === 'note'

function checkDefinition(definition: CustomContentType): CustomContentType {
  const { type, schema, role, priority, render } = definition as { readonly [Field in keyof CustomContentType]: unknown }
  const isName = typeof type === 'string' && /^[a-z][a-z0-9_.-]{0,63}$/.test(type)
  const problems = [
    ...(isName ? [] : ['its type must be a name of at most 64 small letters, digits, "_", "." and "-" that begins with a letter']),
    ...(isName && isTaken(type) ? ['its type is a name of the library'] : []),
    ...(typeof (schema as { readonly safeParse?: unknown } | null | undefined)?.safeParse === 'function' ? [] : ['its schema must be one of zod']),
    ...(roles.includes(role) ? [] : [`its role must be one of ${roles.join(', ')}`]),
    ...(priorities.includes(priority) ? [] : [`its priority must be one of ${priorities.join(', ')}`]),
    ...(typeof render === 'function' ? [] : ['its render must be a function']),
  ]
  if (problems.length > 0) throw new Fault('content/invalid', { type: typeof type === 'string' ? type : typeof type, problems })
  return definition
}

function toRow(custom: CustomContentType): TypeRow {
  return {
    custom,
    role: () => custom.role,
    priority: custom.priority,
    words: 'text',
    toText: (content) => rendered(custom, content) ?? readAsData(content),
    searchText: fieldWords,
    problemsOf: (content) => problemsOf(custom, content),
  }
}

/** A schema sees a copy: it may look at a content, not change it. What it throws is a problem like another. */
function problemsOf(custom: CustomContentType, content: Content): readonly string[] {
  const copy = JSON.parse(canonicalJson(content)) as Content
  try {
    const problems = problemsIn(custom.schema.safeParse(fieldsOf(copy)))
    return problems.length > 0 || rendered(custom, copy) !== null ? problems : ['its render gives no text for it']
  } catch (error) {
    return [`its schema failed: ${error instanceof Error ? error.message : String(error)}`]
  }
}

/** null where `render` fails: a message that was accepted once stays readable whatever the program has become. */
function rendered({ render }: CustomContentType, content: Content): string | null {
  try {
    const text: unknown = (render as (fields: unknown) => unknown)(fieldsOf(content))
    return typeof text === 'string' && text.isWellFormed() ? text : null
  } catch {
    return null
  }
}
