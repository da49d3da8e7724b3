/**
 * What is wrong with the body of a chat request, by Ollama's published API; empty when it is valid. Stricter than its servers, which ignore what
 * they don't know: what is ignored was sent for nothing. Written against the wire, not against our types: it takes anything.
 */
export function ollamaProblems(body: { readonly [field: string]: unknown }): string[] {
  const problems: string[] = []
  const bad = (what: string) => problems.push(what)
  if (typeof body['model'] !== 'string' || body['model'] === '') bad('model is required')
  if (body['stream'] !== true) bad('only streams are spoken here')
  for (const field of Object.keys(body)) if (!fields.has(field)) bad(`unknown field ${field}`)
  checkOptions(body['options'], bad)
  for (const tool of (body['tools'] as readonly Tool[] | undefined) ?? []) if (tool.type !== 'function' || !tool.function?.name) bad('a tool is no function')
  if (!Array.isArray(body['messages']) || body['messages'].length === 0) bad('messages must be a list with at least one message')
  else checkMessages(body['messages'] as readonly Message[], bad)
  return problems
}

type Tool = { readonly type?: unknown; readonly function?: { readonly name?: unknown } }
type Call = { readonly id?: unknown; readonly function?: { readonly name?: unknown; readonly arguments?: unknown } }
type Message = { readonly [field: string]: unknown; readonly role?: unknown; readonly tool_calls?: readonly Call[] }

const fields: ReadonlySet<string> = new Set(['model', 'messages', 'tools', 'stream', 'options', 'think', 'format', 'keep_alive', 'truncate', 'shift', 'logprobs', 'top_logprobs'])
const options: ReadonlySet<string> = new Set([
  'num_ctx', 'num_predict', 'num_keep', 'num_batch', 'num_gpu', 'num_thread', 'main_gpu', 'use_mmap', 'seed', 'temperature', 'top_k', 'top_p', 'min_p', 'typical_p',
  'repeat_last_n', 'repeat_penalty', 'presence_penalty', 'frequency_penalty', 'stop', 'draft_num_predict',
])

function checkOptions(given: unknown, bad: (what: string) => void): void {
  const named = (given ?? {}) as { readonly [name: string]: unknown }
  for (const name of Object.keys(named)) if (!options.has(name)) bad(`invalid option provided: ${name}`)
  if (!Number.isInteger(named['num_ctx']) || Number(named['num_ctx']) < 1) bad('option "num_ctx" must be of type integer')
  if ('stop' in named && !Array.isArray(named['stop'])) bad('option "stop" must be of type array')
}

const messageFields: { readonly [Role in string]: readonly string[] } = {
  system: ['role', 'content'],
  user: ['role', 'content'],
  assistant: ['role', 'content', 'tool_calls'],
  tool: ['role', 'content', 'tool_name', 'tool_call_id'],
}

function checkMessages(messages: readonly Message[], bad: (what: string) => void): void {
  const called = new Map<unknown, unknown>()
  messages.forEach((message, index) => {
    const at = (what: string) => bad(`messages[${index}]: ${what}`)
    const known = messageFields[String(message.role)]
    if (!known) return at(`invalid role ${String(message.role)}`)
    for (const key of Object.keys(message)) if (!known.includes(key)) at(`unknown field ${key}`)
    if (typeof message['content'] !== 'string' || !message['content'].isWellFormed()) at('content is no well-formed text')
    for (const { id, function: called_ } of message.tool_calls ?? []) {
      if (typeof id !== 'string' || id === '' || called.has(id)) at(`call id ${String(id)}`)
      if (typeof called_?.arguments !== 'object' || called_.arguments === null || Array.isArray(called_.arguments)) at('arguments are no object')
      called.set(id, called_?.name)
    }
    if (message.role === 'tool' && (message['tool_name'] === '' || called.get(message['tool_call_id']) !== message['tool_name'])) at('a result without its call')
  })
}
