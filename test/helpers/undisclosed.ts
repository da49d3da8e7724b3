import { openingText } from '../../core/context/openingText.ts'
import type { FormMessage } from '../../core/context/turns.ts'
import { canonicalJson } from '../../core/model/canonicalJson.ts'
import type { AnthropicPayload, OpenAIMessage, Repair } from '../../core/model/context.ts'
import type { MessageId } from '../../core/model/ids.ts'

/** A message that can be recognised: its words, or its result's tool, have its number in them, as in `#12#`; blank ones need none. */
export type MarkedMessage = FormMessage & { readonly messageId: MessageId }

type Text = { readonly kind: 'text'; readonly role: string; readonly text: string; readonly name: string | null; readonly isJoined: boolean }
type Call = { readonly kind: 'call'; readonly id: string; readonly tool: string; readonly input: string }
type Result = { readonly kind: 'result'; readonly id: string; readonly text: string; readonly isError: boolean }
type Piece = Text | Call | Result

/**
 * What is in a payload otherwise than in the messages, without a repair that says so; empty when every difference is told. Knows nothing of how
 * payloads are built: it takes the payload apart and looks for each message.
 */
export function undisclosedByOpenAI(messages: readonly MarkedMessage[], sent: readonly OpenAIMessage[], repairs: readonly Repair[]): string[] {
  return compare(messages, sent.flatMap(openaiPieces), repairs, { hasErrors: false })
}

export function undisclosedByAnthropic(messages: readonly MarkedMessage[], { system, messages: sent }: AnthropicPayload, repairs: readonly Repair[]): string[] {
  const rules = messages.filter(({ role, content }) => role === 'system' && !isBlank(content))
  const problems = (system ?? '') === rules.map(({ content }) => content).join('\n\n') ? [] : ['the system text is not what the system messages say']
  const pieces = rules.map(({ content, name }): Piece => ({ kind: 'text', role: 'system', text: content, name: hasRepair(repairs, messages, content, 'adjusted') ? null : name, isJoined: false }))
  return [...problems, ...compare(messages, [...pieces, ...sent.flatMap(anthropicPieces)], repairs, { hasErrors: true })]
}

const isBlank = (text: string): boolean => /^[\s\u001c-\u001f\u0085]*$/.test(text)
const markIn = (text: string): number | null => (/#(\d+)#/.test(text) ? Number(/#(\d+)#/.exec(text)?.[1]) : null)
const plain = (text: string, role: string, name: string | null = null): Text => ({ kind: 'text', role, text, name, isJoined: false })

function openaiPieces(message: OpenAIMessage): readonly Piece[] {
  if (message.role === 'tool') return [{ kind: 'result', id: message.tool_call_id, text: message.content, isError: false }]
  const calls = message.role === 'assistant' ? (message.tool_calls ?? []) : []
  return [
    ...(message.content === null ? [] : [plain(message.content, message.role, message.name ?? null)]),
    ...calls.map((call): Piece => ({ kind: 'call', id: call.id, tool: call.function.name, input: call.function.arguments })),
  ]
}

function anthropicPieces({ role, content }: AnthropicPayload['messages'][number]): readonly Piece[] {
  if (typeof content === 'string') return [plain(content, role)]
  const said = content.filter((block) => block.type !== 'thinking')
  return said.map((block, at): Piece => {
    if (block.type === 'text') return { ...plain(block.text, role), isJoined: said[at - 1]?.type === 'text' }
    if (block.type === 'tool_use') return { kind: 'call', id: block.id, tool: block.name, input: canonicalJson(block.input) }
    return { kind: 'result', id: block.tool_use_id, text: block.content, isError: block.is_error ?? false }
  })
}

/** By number of the message that made it, each piece as it would be if nothing had to be mended; nothing for thoughts. */
function naivePiece({ body, role, content, name }: MarkedMessage, hasErrors: boolean): Piece | null {
  switch (body.type) {
    case 'reasoning':
      return null
    case 'tool_call':
      return { kind: 'call', id: body.callId, tool: body.tool, input: canonicalJson(body.input) }
    case 'tool_result':
      return { kind: 'result', id: '', text: content, isError: hasErrors && body.status === 'error' }
    default:
      return plain(content, role, name)
  }
}

function compare(messages: readonly MarkedMessage[], pieces: readonly Piece[], repairs: readonly Repair[], { hasErrors }: { readonly hasErrors: boolean }): string[] {
  const problems: string[] = []
  const told = (index: number, ...kinds: readonly Repair['kind'][]) => repairs.some(({ messageId, kind }) => messageId === messages[index]?.messageId && kinds.includes(kind))
  const answers = answersOf(messages)
  const owners = ownersOf(messages, pieces, answers)
  const seen = new Map<number, Piece>()
  pieces.forEach((piece, at) => {
    const owner = owners[at] ?? null
    if (owner !== null && seen.has(owner)) problems.push(`message ${owner} is there twice`)
    if (owner !== null) seen.set(owner, piece)
    else if (!isInvented(piece)) problems.push(`nobody said ${JSON.stringify(piece)}`)
    if (piece.kind === 'text' && piece.isJoined && !(owner !== null && told(owner, 'joined'))) problems.push(`a joined text is not told: ${piece.text}`)
  })
  problems.push(...inventions(messages, pieces, owners, repairs))
  messages.forEach((message, index) => {
    const naive = naivePiece(message, hasErrors)
    const piece = seen.get(index)
    if (naive && !piece && !told(index, 'dropped')) problems.push(`message ${index} is missing`)
    if (naive && piece && !isSame(naive, piece) && !told(index, 'toText', 'adjusted')) problems.push(`message ${index} is told otherwise: ${JSON.stringify([naive, piece])}`)
  })
  const stay = (index: number | null): index is number => index !== null && !told(index, 'joined')
  const before = inOrder(messages, [...messages.keys()].filter((index) => seen.has(index) && stay(index)), answers)
  const after = inOrder(messages, owners.filter(stay), answers)
  if (before.join() !== after.join()) problems.push(`the order changed: ${before.join()} became ${after.join()}`)
  return problems
}

/** For each call the result that answers it: a result answers the nearest call before it with its id that has no answer. */
function answersOf(messages: readonly MarkedMessage[]): ReadonlyMap<number, number> {
  const answers = new Map<number, number>()
  messages.forEach(({ body }, index) => {
    if (body.type !== 'tool_result') return
    const call = messages.findLastIndex((other, at) => at < index && other.body.type === 'tool_call' && other.body.callId === body.callId && !answers.has(at))
    if (call >= 0) answers.set(call, index)
  })
  return answers
}

/** Which message each piece comes from: texts by their mark, calls by their order, results by their call. */
function ownersOf(messages: readonly MarkedMessage[], pieces: readonly Piece[], answers: ReadonlyMap<number, number>): readonly (number | null)[] {
  const calls = [...messages.keys()].filter((index) => messages[index]?.body.type === 'tool_call')
  const ids = new Map<string, number>()
  return pieces.map((piece) => {
    if (piece.kind === 'text') return markIn(piece.text)
    if (piece.kind === 'result') return answers.get(ids.get(piece.id) ?? -1) ?? null
    const index = calls[ids.size] ?? null
    if (index !== null) ids.set(piece.id, index)
    return index
  })
}

const isInvented = (piece: Piece): boolean => piece.kind === 'result' || (piece.kind === 'text' && piece.text === openingText)

/** Results and openings that no message gave, beyond those that are told. */
function inventions(messages: readonly MarkedMessage[], pieces: readonly Piece[], owners: readonly (number | null)[], repairs: readonly Repair[]): string[] {
  const problems: string[] = []
  const silent = pieces.filter((piece, at) => owners[at] === null && piece.kind === 'result').length
  const unanswered = repairs.filter(({ kind, messageId }) => kind === 'syntheticResult' && messages.some((message) => message.messageId === messageId && message.body.type === 'tool_call')).length
  if (silent !== unanswered) problems.push(`${silent} results were invented and ${unanswered} are told`)
  const openings = pieces.filter((piece, at) => owners[at] === null && piece.kind === 'text').length
  if (openings !== repairs.filter(({ kind }) => kind === 'openingUser').length) problems.push('an opening is not told')
  return problems
}

function isSame(naive: Piece, piece: Piece): boolean {
  if (naive.kind === 'text' && piece.kind === 'text') return naive.role === piece.role && naive.text === piece.text && naive.name === piece.name
  if (naive.kind === 'call' && piece.kind === 'call') return naive.id === piece.id && naive.tool === piece.tool && naive.input === piece.input
  return naive.kind === 'result' && piece.kind === 'result' && naive.text === piece.text && naive.isError === piece.isError
}

/** Neighbouring results in the order of their calls: which of two stands first says nothing. */
function inOrder(messages: readonly MarkedMessage[], indexes: readonly number[], answers: ReadonlyMap<number, number>): readonly number[] {
  const calls = new Map([...answers].map(([call, result]) => [result, call]))
  const sorted: number[] = []
  let run: number[] = []
  const flush = () => {
    sorted.push(...run.toSorted((a, b) => (calls.get(a) ?? a) - (calls.get(b) ?? b)))
    run = []
  }
  for (const index of indexes) {
    if (messages[index]?.body.type === 'tool_result') run.push(index)
    else {
      flush()
      sorted.push(index)
    }
  }
  flush()
  return sorted
}

const hasRepair = (repairs: readonly Repair[], messages: readonly MarkedMessage[], content: string, kind: Repair['kind']): boolean =>
  repairs.some((repair) => repair.kind === kind && repair.messageId === messages.find((message) => message.content === content)?.messageId)
