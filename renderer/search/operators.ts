/** What a search can ask for beside words, as the help tells it. */
export type Operator = { readonly name: string; readonly example: string; readonly words: string }

export const operators: readonly Operator[] = [
  { name: 'role:', example: 'role:assistant', words: 'who said it: system, user, assistant, tool' },
  { name: 'branch:', example: 'branch:main', words: 'what a branch holds' },
  { name: 'model:', example: 'model:gpt', words: 'written by a model of that name' },
  { name: 'temp:', example: 'temp:>0.5', words: 'written at that temperature' },
  { name: 'is:', example: 'is:pinned', words: 'kept always; is:hidden, is:edited likewise' },
  { name: 'in:', example: 'in:archive', words: 'what no branch holds any more' },
  { name: 'by:', example: 'by:me', words: 'who acted: me, policy, agent, or a name' },
  { name: 'before:', example: 'before:2026-03-01', words: 'older than a day; also today, yesterday, 7d' },
  { name: 'after:', example: 'after:yesterday', words: 'from a day on' },
]

/** What can stand behind an operator, as far as that is known. */
export type Values = { readonly branches: readonly string[]; readonly models: readonly string[] }
export type Completion = { readonly label: string; /** The whole search with it. */ readonly text: string }

const fixed: { readonly [name: string]: readonly string[] } = {
  'role:': ['user', 'assistant', 'system', 'tool'],
  'is:': ['pinned', 'hidden', 'edited'],
  'in:': ['archive'],
  'by:': ['me', 'policy', 'agent', 'orchestrator', 'import'],
  'before:': ['today', 'yesterday', '7d', '30d'],
  'after:': ['today', 'yesterday', '7d', '30d'],
}
const most = 6

/** How the last word of a search may go on: an operator that begins so, or a value it takes. */
export function completionsFor(typed: string, values: Values): readonly Completion[] {
  const word = /\S*$/.exec(typed)?.[0] ?? ''
  const before = typed.slice(0, typed.length - word.length)
  const operator = operators.find(({ name }) => word.toLowerCase().startsWith(name))
  if (operator === undefined) {
    const begun = word === '' ? [] : operators.filter(({ name }) => name.startsWith(word.toLowerCase()))
    return begun.map(({ name }) => ({ label: name, text: before + name }))
  }
  const start = word.slice(operator.name.length).toLowerCase()
  const known = valuesOf(operator.name, values).filter((value) => value.toLowerCase().startsWith(start) && value.toLowerCase() !== start)
  return known.slice(0, most).map((value) => ({ label: operator.name + value, text: `${before}${operator.name}${/\s/.test(value) ? `"${value}"` : value} ` }))
}

function valuesOf(name: string, { branches, models }: Values): readonly string[] {
  if (name === 'branch:') return branches
  return name === 'model:' ? models : (fixed[name] ?? [])
}
