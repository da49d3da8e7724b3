export type AuthorKind = 'user' | 'agent' | 'policy' | 'orchestrator' | 'import' | 'system'

/** Who acted. Bound to a handle with `tract.as(…)`, recorded on every commit and journal entry. */
export type Author = { readonly kind: AuthorKind; readonly id: string }
