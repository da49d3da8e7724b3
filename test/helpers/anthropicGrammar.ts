/**
 * What is wrong with a Messages request body `{ system?, messages }`, by Anthropic's published rules and the limits its servers enforce; empty when
 * it is valid. Written against the wire, not against our types: it takes anything.
 */
export function anthropicProblems(payload: { readonly system?: unknown; readonly messages: unknown }): string[] {
  const problems: string[] = []
  const { system, messages, ...rest } = payload
  if (Object.keys(rest).length > 0) problems.push(`unknown fields ${Object.keys(rest).join(', ')}`)
  if ('system' in payload && (typeof system !== 'string' || blank.test(system))) problems.push('system is no text')
  if (!Array.isArray(messages) || messages.length === 0) return [...problems, 'messages must be a list with at least one message']
  const ids = new Set<string>()
  messages.forEach((message: Message, index) => {
    const bad = (what: string) => problems.push(`messages[${index}]: ${what}`)
    if (message.role !== (index % 2 === 0 ? 'user' : 'assistant')) bad(`role ${message.role}: roles alternate, first a user`)
    for (const key of Object.keys(message)) if (key !== 'role' && key !== 'content') bad(`unknown field ${key}`)
    const blocks = blocksOf(message)
    if (blocks.length === 0) bad('no content')
    for (const block of blocks) checkBlock(block, message.role, ids, bad)
    checkThoughts(blocks, message.role, bad)
    checkResults(blocks, index > 0 ? blocksOf(messages[index - 1] as Message) : [], bad)
  })
  checkEnd(messages.at(-1) as Message, problems)
  return problems
}

type Block = { readonly [field: string]: unknown; readonly type: string }
type Message = { readonly role: string; readonly content: string | readonly Block[] }

/** Blanks as a server in Python or in JavaScript sees them. */
const blank = /^[\s\u001c-\u001f\u0085]*$/

const blocksOf = ({ content }: Message): readonly Block[] => (typeof content === 'string' ? [{ type: 'text', text: content }] : content)

function checkBlock(block: Block, role: string, ids: Set<string>, bad: (what: string) => void): void {
  const known: { readonly [type: string]: readonly string[] } = {
    text: ['type', 'text'],
    thinking: ['type', 'thinking', 'signature'],
    tool_use: ['type', 'id', 'name', 'input'],
    tool_result: ['type', 'tool_use_id', 'content', 'is_error'],
  }
  for (const key of Object.keys(block)) if (!known[block.type]?.includes(key)) bad(`unknown field ${key} of a ${block.type} block`)
  if (block.type === 'text' && (typeof block['text'] !== 'string' || blank.test(block['text']) || !block['text'].isWellFormed())) bad('text blocks must have words, well-formed')
  if (block.type === 'tool_result' && (role !== 'user' || typeof block['content'] !== 'string')) bad('a tool_result out of place')
  if (block.type === 'tool_use') checkCall(block, role, ids, bad)
}

/** Signed, one block in front of the words and calls they led to, and none in the place of an answer. */
function checkThoughts(blocks: readonly Block[], role: string, bad: (what: string) => void): void {
  const thoughts = blocks.filter(({ type }) => type === 'thinking')
  if (thoughts.length === 0) return
  if (role !== 'assistant') bad('a thinking block out of place')
  if (thoughts.length > 1 || blocks[0]?.type !== 'thinking') bad('thinking must come first, once')
  if (blocks.at(-1)?.type === 'thinking') bad('the last block cannot be thinking')
  for (const { thinking, signature } of thoughts) if (typeof thinking !== 'string' || typeof signature !== 'string' || signature === '') bad('Invalid `signature` in `thinking` block')
}

function checkCall({ id, name, input }: Block, role: string, ids: Set<string>, bad: (what: string) => void): void {
  if (role !== 'assistant') bad('a tool_use out of place')
  if (typeof id !== 'string' || !/^[A-Za-z0-9_-]+$/.test(id)) bad(`tool_use id ${String(id)}`)
  if (ids.has(String(id))) bad(`tool_use id ${String(id)} is used twice`)
  ids.add(String(id))
  if (typeof name !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(name)) bad(`tool_use name ${String(name)}`)
  if (typeof input !== 'object' || input === null || Array.isArray(input)) bad('input is no object')
}

/** Every call of the message before is answered here, once, in front of anything else; nothing else is answered. */
function checkResults(blocks: readonly Block[], before: readonly Block[], bad: (what: string) => void): void {
  const calls = before.filter(({ type }) => type === 'tool_use').map(({ id }) => String(id))
  const results = blocks.filter(({ type }) => type === 'tool_result').map((block) => String(block['tool_use_id']))
  if (calls.toSorted().join() !== results.toSorted().join()) bad(`calls [${calls.join()}] before, results [${results.join()}] here`)
  if (blocks.slice(0, results.length).some(({ type }) => type !== 'tool_result')) bad('results must come first')
}

function checkEnd(last: Message, problems: string[]): void {
  const block = blocksOf(last).at(-1)
  if (last.role !== 'assistant') return
  if (block?.type === 'tool_use') problems.push('the last call has no result')
  if (block?.type === 'text' && /[\s\u001c-\u001f\u0085]$/.test(String(block['text']))) problems.push('the last assistant text ends with blanks')
}
