/** A piece of code in a document or a docstring, and where it stands. */
export type Snippet = { readonly name: string; readonly code: string; readonly info: string }

/** The fenced TypeScript blocks of a page, named after the heading they stand under. `info` is what follows `ts` on the fence. */
export function blocksIn(page: string, markdown: string): readonly Snippet[] {
  const blocks: Snippet[] = []
  let heading = ''
  let open: { readonly info: string; readonly indent: string; readonly lines: string[] } | null = null
  for (const line of markdown.split('\n')) {
    const fence = /^(\s*)```(.*)$/.exec(line)
    if (open && fence) {
      if (/^ts\b/.test(open.info)) blocks.push({ name: `${page} › ${heading} ${blocks.length + 1}`, code: open.lines.join('\n'), info: open.info.replace(/^ts\s*/, '') })
      open = null
    } else if (open) open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line)
    else if (fence) open = { info: fence[2] ?? '', indent: fence[1] ?? '', lines: [] }
    else heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading
  }
  return blocks
}

/** A docstring and the name of what it stands in front of. */
export type Docstring = { readonly name: string; readonly text: string; readonly example: string | null }

/** Every docstring of a source file, in order. */
export function docstringsIn(source: string): readonly Docstring[] {
  return [...source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*\n[ \t]*(.*)/g)].map(([, body = '', next = '']) => {
    const lines = body.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
    const at = lines.findIndex((line) => line.trim() === '@example')
    return { name: nameIn(next) ?? overloadIn(next) ?? next.trim(), text: lines.slice(0, at === -1 ? undefined : at).join(' ').trim(), example: at === -1 ? null : lines.slice(at + 1).join('\n').trim() }
  })
}

/** The name of one of several forms of a method. */
const overloadIn = (line: string): string | null => /^\s*([a-zA-Z]\w*)\(.*\): \S+$/.exec(line)?.[1] ?? null

/** The name that a line declares: a method of a class, or an exported function. */
export function nameIn(line: string): string | null {
  const found = /^\s*(?:static |get |async )*([a-zA-Z]\w*)(?:<[^>]*>)?\(.*\).*\{/.exec(line) ?? /^\s*export (?:async )?function (\w+)/.exec(line) ?? /^\s*export const (\w+)/.exec(line)
  return found?.[1] ?? null
}

/** The public methods that the classes of a source file declare. */
export function methodsIn(source: string): readonly string[] {
  return source.split('\n').flatMap((line) => {
    if (!/^ {2}(?:static |get |async )*[a-zA-Z]\w*(?:<[^>]*>)?\(/.test(line) || !line.trimEnd().match(/[{}]$/)) return []
    const name = nameIn(line)
    return name === null || name === 'constructor' ? [] : [name]
  })
}
