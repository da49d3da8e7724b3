import type { Author } from '../../core/model/author.ts'
import type { ExcludedBecause, IncludedBecause, Repair } from '../../core/model/context.ts'
import { assertNever } from '../state/assertNever.ts'
import { words } from '../words/words.ts'

/** Why a line is in; empty where that needs no saying. */
export function whyIn(why: IncludedBecause): string {
  switch (why.kind) {
    case 'appended':
      return ''
    case 'pinned':
      return `always, ${byWhom(why.by)}${why.reason === null ? '' : `: ${why.reason}`}`
    case 'summary':
      return `stands for ${why.of.length === 1 ? '1 step' : `${why.of.length} steps`}`
    case 'expanded':
      return 'from an opened summary'
    case 'merged':
      return words().fromMerge
    default:
      return assertNever(why)
  }
}

/** Why a line is left out. */
export function whyOut(why: ExcludedBecause): string {
  switch (why.kind) {
    case 'skipped':
      return `hidden ${byWhom(why.by)}${why.reason === null ? '' : `: ${why.reason}`}`
    case 'compressed':
      return why.all.length > 1 ? `${why.all.length} summaries stand for it` : 'a summary stands for it'
    case 'expanded':
      return `summary opened ${byWhom(why.by)}`
    case 'resolved':
      return words().leftByMerge
    case 'erased':
      return 'gone for good'
    default:
      return assertNever(why)
  }
}

/** What a protocol makes of a message it has no place for. */
export const repairWords = ({ kind }: Pick<Repair, 'kind'>): string => repaired[kind]

const repaired: { readonly [Kind in Repair['kind']]: string } = {
  toText: 'sent as text',
  syntheticResult: 'sent with a stand-in result',
  dropped: 'not sent: there is no place for it',
  joined: 'sent joined with another',
  adjusted: 'sent slightly adjusted',
  openingUser: 'sent behind an opening line',
}

export function byWhom({ kind, id }: Author): string {
  if (kind === 'user') return 'by you'
  return kind === 'policy' ? `by rule ${id}` : `by ${id}`
}
