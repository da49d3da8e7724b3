import { outOfOrder } from '../core/history/diff/diffOrder.ts'
import { wordHunks } from '../core/history/diff/wordHunks.ts'
import type { CompiledMessage } from '../core/model/context.ts'
import { previewOf } from '../core/model/text.ts'
import type { ChangeCounts, LineChange, LineMark } from './contract/xray.ts'

/** How many changed texts are told word by word, and up to how many characters: more than that nobody reads at once. */
const told = { lines: 40, characters: 40_000 }

/** Two contexts line by line, in the order of the second; what only the first has stands where it stood, before what came there. A message that moved left and came. */
export function contextLines(from: readonly CompiledMessage[], to: readonly CompiledMessage[]): readonly LineChange[] {
  const lines: LineChange[] = []
  const kept = keptIn(from, to)
  let [at, changed] = [0, 0]
  const takeGone = (): void => {
    for (let next = from[at]; next !== undefined && kept.get(next.messageId) !== next; next = from[at]) {
      lines.push(lineOf('removed', next, next, null))
      at += 1
    }
  }
  for (const message of to) {
    takeGone()
    const before = kept.get(message.messageId)
    if (before === undefined) lines.push(lineOf('added', message, null, message))
    else {
      const isSame = before.blob === message.blob
      if (!isSame) changed += 1
      lines.push({ ...lineOf(isSame ? 'same' : 'changed', message, before, message), hunks: isSame || changed > told.lines ? null : hunksOf(before, message) })
      at += 1
    }
  }
  takeGone()
  return lines
}

/** The tokens are our own counts, on both sides: what a provider counted for one of them can't be taken from what we count for the other. */
export function countsOf(lines: readonly LineChange[]): ChangeCounts {
  const count = (wanted: LineMark): number => lines.filter(({ mark }) => mark === wanted).length
  const tokenDelta = lines.reduce((sum, { tokensBefore, tokensAfter }) => sum + (tokensAfter ?? 0) - (tokensBefore ?? 0), 0)
  return { added: count('added'), removed: count('removed'), changed: count('changed'), tokenDelta }
}

/** Messages of both, but for the fewest that have to move for the rest to stand in order. */
function keptIn(from: readonly CompiledMessage[], to: readonly CompiledMessage[]): ReadonlyMap<string, CompiledMessage> {
  const places = new Map(to.map(({ messageId }, place) => [messageId, place]))
  const both = from.filter(({ messageId }) => places.has(messageId))
  const moved = new Set(outOfOrder(both, ({ messageId }) => places.get(messageId) ?? 0))
  return new Map(both.filter((message) => !moved.has(message)).map((message) => [message.messageId, message]))
}

function lineOf(mark: LineMark, { messageId, role, contentType, content }: CompiledMessage, before: CompiledMessage | null, after: CompiledMessage | null): LineChange {
  return { mark, messageId, role, contentType, preview: previewOf(content, 120), tokensBefore: before?.tokens ?? null, tokensAfter: after?.tokens ?? null, hunks: null }
}

const hunksOf = (before: CompiledMessage, after: CompiledMessage): LineChange['hunks'] =>
  before.content.length + after.content.length > told.characters ? null : wordHunks(before.content, after.content)
