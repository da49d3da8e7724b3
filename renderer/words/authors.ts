import type { Author } from '../../core/model/author.ts'

/** Who acted, as a reader knows them: `you`, `rule PII`, `import`, an agent by its id. */
export function authorName({ kind, id }: Author): string {
  switch (kind) {
    case 'user':
      return 'you'
    case 'policy':
      return `rule ${id}`
    case 'import':
    case 'system':
      return id === '' || id === kind ? `the ${kind}` : id
    default:
      return id
  }
}
