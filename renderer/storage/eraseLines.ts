import type { ErasePlace } from '../../core/model/cleanUp.ts'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { assertNever } from '../state/assertNever.ts'
import { counted } from '../words/numbers.ts'
import type { Words } from '../words/words.ts'

/** A place that a text goes from, in words; `step` where it can be looked at before. */
export type EraseLine = { readonly what: string; readonly where: string; readonly bytes: number | null; readonly step: { readonly tract: TractId; readonly message: MessageId } | null }

export function eraseLine(place: ErasePlace, words: Words): EraseLine {
  switch (place.kind) {
    case 'version':
      return { what: versionWords(place.how, words), where: `${place.tractName}, ${place.commit.slice(0, 4)}`, bytes: place.bytes, step: null }
    case 'sameText':
      return { what: `another ${words.step} that says exactly this`, where: `${place.tractName}, ${place.messageId.slice(0, 4)}`, bytes: null, step: { tract: place.tract, message: place.messageId } }
    case 'note':
      return { what: 'what was noted about it', where: `${place.tractName}, ${place.commit.slice(0, 4)}`, bytes: place.bytes, step: null }
    case 'draft':
      return { what: 'an unfinished answer or a draft', where: place.tractName, bytes: place.bytes, step: null }
    case 'setAside':
      return { what: 'what a repair set aside', where: place.tractName, bytes: place.bytes, step: null }
    case 'searchIndex':
      return { what: 'the search index', where: counted(place.texts, 'text'), bytes: null, step: null }
    case 'copy':
      return { what: 'a copy that the app keeps beside the file: it is deleted', where: place.name, bytes: place.bytes, step: null }
    default:
      return assertNever(place)
  }
}

function versionWords(how: Extract<ErasePlace, { kind: 'version' }>['how'], words: Words): string {
  if (how === 'edit') return `its ${words.correction}`
  if (how === 'compress') return 'the summary itself'
  return how === 'append' ? 'its first text' : words.eraseDecided
}

/** How many messages lose their text. */
export const erasedCount = (places: readonly ErasePlace[]): number => 1 + new Set(places.flatMap((place) => (place.kind === 'sameText' ? [place.messageId] : []))).size
