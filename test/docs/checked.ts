/**
 * Code in which every line that ends with `// → value` or `// ✗ 'code'` is a check:
 * - `expression // → value`: the expression equals the value, written as code;
 * - `const name = expression // → value`: so does the name;
 * - `console.log(…) // → text`: it prints this text;
 * - `expression // ✗ 'code'`: it throws, or rejects with, the fault of this code.
 */
export function checked(code: string): string {
  return code.split('\n').map(checkedLine).join('\n')
}

function checkedLine(line: string): string {
  const marked = /^(\s*)(.*?)\s*\/\/ (→|✗) (.*)$/.exec(line)
  if (!marked) return line
  const [, indent = '', statement = '', mark, value = ''] = marked
  const expression = statement.replace(/;$/, '')
  if (mark === '✗') return `${indent}await $faulted(async () => { await (${expression}) }, ${value});`
  if (/\bconsole\.log\(/.test(expression)) return `${indent}${expression}; $printed(${JSON.stringify(value)});`
  const name = /^const (\w+)\b/.exec(expression)?.[1]
  return name ? `${indent}${expression}; $same(${name}, ${value});` : `${indent}$same(${expression}, ${value});`
}

/** What the checks are, for the compiler. */
export const checkTypes = `
declare function $same(actual: unknown, expected: unknown): void
declare function $printed(text: string): void
declare function $faulted(act: () => Promise<unknown>, code: import('tract-studio').FaultCode): Promise<void>
`
