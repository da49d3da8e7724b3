import type { TranscriptMessage } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { textOf } from '../words/contents.ts'

/** One place where a text was found: the `nth` in its message, from 0. */
export type Match = { readonly message: MessageId; readonly nth: number }

const most = 2000

/** Where a text stands in messages, first to last, in any form of letters; at most 2000 places. */
export function findMatches(messages: readonly TranscriptMessage[], text: string): readonly Match[] {
  const wanted = text.toLowerCase()
  const found: Match[] = []
  if (wanted.trim() === '') return found
  for (const { messageId, content } of messages) {
    const count = placesIn(textOf(content), wanted, most - found.length).length
    for (let nth = 0; nth < count; nth += 1) found.push({ message: messageId, nth })
    if (found.length >= most) break
  }
  return found
}

/** Where `wanted`, in small letters, begins in a text. */
export function placesIn(text: string, wanted: string, limit = most): readonly number[] {
  const small = text.toLowerCase()
  if (small.length !== text.length || wanted === '') return [] // the letters changed places: none of them could be marked
  const places: number[] = []
  for (let at = small.indexOf(wanted); at >= 0 && places.length < limit; at = small.indexOf(wanted, at + wanted.length)) places.push(at)
  return places
}
