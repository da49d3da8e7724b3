import { common, createLowlight } from 'lowlight'

/** A piece of code in one colour; `kind` is what it is (`keyword`, `string`, …), null: nothing in particular. */
export type CodePart = { readonly text: string; readonly kind: CodeKind | null }
export type CodeKind = 'keyword' | 'string' | 'number' | 'comment' | 'name' | 'type' | 'meta' | 'added' | 'removed'

/** Longer code stays in one colour: nobody reads that much of it here, and it would take long. */
const mostCharacters = 50_000

const lowlight = createLowlight(common)

/** Colours code by its language, as its fence names it; null where the language isn't known or the code is too long. The parts together are the code. */
export function highlight(code: string, language: string): readonly CodePart[] | null {
  const name = language.toLowerCase()
  if (code.length > mostCharacters || name === '' || !lowlight.registered(name)) return null
  return merged(partsOf(lowlight.highlight(name, code).children, null))
}

type Nodes = ReturnType<typeof lowlight.highlight>['children'][number][]

function partsOf(nodes: Nodes, kind: CodeKind | null): readonly CodePart[] {
  return nodes.flatMap((node): readonly CodePart[] => {
    if (node.type === 'text') return [{ text: node.value, kind }]
    if (node.type !== 'element') return []
    const classes = node.properties['className']
    return partsOf(node.children, (Array.isArray(classes) ? kindOf(classes.map(String)) : null) ?? kind)
  })
}

/** Neighbours of one kind become one. */
function merged(parts: readonly CodePart[]): readonly CodePart[] {
  const out: CodePart[] = []
  for (const part of parts) {
    const last = out.at(-1)
    if (last?.kind === part.kind) out[out.length - 1] = { kind: part.kind, text: last.text + part.text }
    else out.push(part)
  }
  return out
}

const kinds: readonly (readonly [pattern: RegExp, kind: CodeKind])[] = [
  [/^hljs-(keyword|literal|built_in|operator|selector-tag|doctag)$/, 'keyword'],
  [/^hljs-(string|regexp|char|template-tag|link|selector-attr)/, 'string'],
  [/^hljs-(number|symbol|bullet)$/, 'number'],
  [/^hljs-(comment|quote)$/, 'comment'],
  [/^hljs-(title|name|section|function|selector-(id|class))/, 'name'],
  [/^hljs-(type|class|params|attr|attribute|property|variable)/, 'type'],
  [/^hljs-(meta|tag|punctuation|subst)/, 'meta'],
  [/^hljs-addition$/, 'added'],
  [/^hljs-deletion$/, 'removed'],
]
const kindOf = (classes: readonly string[]): CodeKind | null => kinds.find(([pattern]) => classes.some((name) => pattern.test(name)))?.[1] ?? null
