/**
 * What is wrong with a list of chat-completions messages, by OpenAI's published rules and the limits its servers enforce; empty when it is valid.
 * Written against the wire, not against our types: it takes anything.
 */
export function openaiProblems(messages: unknown): string[] {
  if (!Array.isArray(messages) || messages.length === 0) return ['messages must be a list with at least one message']
  const problems: string[] = []
  const ids = new Set<string>()
  let awaited: string[] = []
  messages.forEach((message: Record<string, unknown>, index) => {
    const bad = (what: string) => problems.push(`messages[${index}]: ${what}`)
    if (message['role'] === 'tool') {
      const id = message['tool_call_id'] as string
      if (!awaited.includes(id)) bad(`no call ${id} stands directly before this result`)
      awaited = awaited.filter((other) => other !== id)
    } else if (awaited.length > 0) {
      bad(`calls without result: ${awaited.join(', ')}`)
      awaited = []
    }
    checkShape(message, bad)
    for (const call of (message['tool_calls'] as Call[] | undefined) ?? []) {
      checkCall(call, ids, bad)
      awaited.push(call.id)
    }
  })
  if (awaited.length > 0) problems.push(`calls without result at the end: ${awaited.join(', ')}`)
  return problems
}

/** Blanks as a server in Python or in JavaScript sees them. */
const blank = /^[\s\u001c-\u001f\u0085]*$/

type Call = { readonly id: string; readonly type: string; readonly function: { readonly name: string; readonly arguments: string } }

const fields: { readonly [Role in string]: readonly string[] } = {
  system: ['role', 'content', 'name'],
  user: ['role', 'content', 'name'],
  assistant: ['role', 'content', 'name', 'tool_calls'],
  tool: ['role', 'content', 'tool_call_id'],
}

function checkShape(message: Record<string, unknown>, bad: (what: string) => void): void {
  const { role, content, name, tool_calls: calls } = message
  const known = fields[String(role)]
  if (!known) return bad(`role ${String(role)}`)
  for (const key of Object.keys(message)) if (!known.includes(key)) bad(`unknown field ${key}`)
  if (content !== null && typeof content !== 'string') bad('content is no text')
  if (typeof content === 'string' && !content.isWellFormed()) bad('content is not well-formed')
  if (role === 'assistant' && calls !== undefined && (!Array.isArray(calls) || calls.length === 0)) bad('an empty tool_calls')
  if (content === null && !(role === 'assistant' && calls)) bad('no content')
  if (role !== 'tool' && typeof content === 'string' && blank.test(content)) bad('empty content')
  if (name !== undefined && !(typeof name === 'string' && /^[^\s\p{Cc}<|\\/>]{1,64}$/u.test(name) && name.isWellFormed())) bad('name')
}

function checkCall(call: Call, ids: Set<string>, bad: (what: string) => void): void {
  if (call.type !== 'function') bad(`call type ${call.type}`)
  if (typeof call.id !== 'string' || call.id === '' || call.id.length > 40) bad(`call id ${call.id}`)
  if (ids.has(call.id)) bad(`call id ${call.id} is used twice`)
  ids.add(call.id)
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(call.function.name)) bad(`function name ${call.function.name}`)
  const input: unknown = JSON.parse(call.function.arguments)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) bad('arguments are no JSON object')
}
