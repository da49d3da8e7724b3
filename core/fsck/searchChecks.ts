import { checkSearchIndex } from '../store/searchIndex.ts'
import type { Found } from './finding.ts'
import type { Subject } from './subject.ts'

export function* checkSearch({ db }: Subject): Iterable<Found> {
  const found = checkSearchIndex(db)
  if (found !== null) yield { code: 'I-70', text: `The search index is not what the texts give: ${found}` }
}
