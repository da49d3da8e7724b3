import type { Author, AuthorKind } from './author.ts'
import { Fault } from './fault.ts'

const kinds: readonly AuthorKind[] = ['user', 'agent', 'policy', 'orchestrator', 'import', 'system']

/** Who acts, as it is kept: its two fields and nothing else, because a commit's hash covers them. Faults: `input/invalid`. */
export function checkAuthor(author: unknown): Author {
  const { kind, id } = (typeof author === 'object' && author !== null ? author : {}) as { readonly kind?: unknown; readonly id?: unknown }
  const problems = [
    ...(kinds.some((known) => known === kind) ? [] : [`an author's kind must be one of ${kinds.join(', ')}`]),
    ...(typeof id === 'string' && id.trim() !== '' && id.isWellFormed() ? [] : ["an author's id must be a text that isn't empty"]),
  ]
  if (problems.length > 0) throw new Fault('input/invalid', { problems })
  return { kind, id } as Author
}
