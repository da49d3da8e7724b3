import type { CompiledContext } from '../model/context.ts'
import { Fault } from '../model/fault.ts'
import { previewOf } from '../model/text.ts'
import { wireLimits } from './wire.ts'

/**
 * The same fault with the messages that are in the way, where a request had too many bytes: the largest, and as many more as have to go before the
 * rest can be sent.
 */
export function namingLargest(fault: Fault, { messages }: CompiledContext): Fault {
  if (!Fault.is(fault, 'llm/refused-payload') || fault.data.status !== 413) return fault
  const sized = messages.map(({ messageId, content }) => ({ messageId, content, sizeBytes: Buffer.byteLength(JSON.stringify(content)) })).toSorted((a, b) => b.sizeBytes - a.sizeBytes)
  const [largest] = sized
  if (!largest) return fault
  let left = sized.reduce((total, { sizeBytes }) => total + sizeBytes, 0)
  const inTheWay = sized.filter((one, at) => {
    const isInTheWay = at === 0 || left > wireLimits.maxRequestBytes
    if (isInTheWay) left -= one.sizeBytes
    return isInTheWay
  })
  const found = `${fault.data.found}. The largest begins: ${previewOf(largest.content, 60)}`
  return new Fault('llm/refused-payload', { ...fault.data, found, messages: inTheWay.map(({ messageId }) => messageId) }, { cause: fault.cause })
}
