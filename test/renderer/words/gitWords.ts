import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'

const renderer = join(import.meta.dirname, '../../../renderer')
export const gitWord = /(?<![-\w./:@#$])(?:commit(?:s|ted)?|merg(?:e|es|ed|ing)|rebas(?:e|es|ed|ing)|cherry-pick\w*)(?![-\w/:(=])/i

/** Every text of the page that a person reads and that has a git word in it: what stands between tags, and strings of several words. */
export function gitWordsInTexts(): readonly string[] {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && file !== join('words', 'words.ts'))
  return files.flatMap((file) => textsIn(file, readFileSync(join(renderer, file), 'utf8')).filter((text) => gitWord.test(text)).map((text) => `${file}: ${text.replace(/\s+/g, ' ').trim()}`))
}

type Node = { readonly type: string; readonly [part: string]: unknown }

/** The texts of one source that a person may read. Imports, types, classes and the keys of objects are none. */
export function textsIn(file: string, source: string): readonly string[] {
  const texts: string[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (!isNode(value) || value.type === 'ImportDeclaration' || /^TS(?:Type|Interface|Literal|Union)/.test(value.type)) return
    if (value.type === 'JSXAttribute' && nameOf(value) === 'className') return
    if (value.type === 'Property') return visit(value['value'])
    const text = textOf(value)
    if (text !== null && isRead(text, value.type)) texts.push(text)
    for (const [part, child] of Object.entries(value)) if (part !== 'typeAnnotation') visit(child)
  }
  visit(parseSync(file, source).program)
  return texts
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
const nameOf = (attribute: Node): unknown => (attribute['name'] as Node)['name']

function textOf(node: Node): string | null {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node['value'] === 'string')) return String(node['value'])
  if (node.type !== 'TemplateLiteral') return null
  return (node['quasis'] as readonly { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked).join('…')
}

/** Several words, or one that is written large; a single small one is a tag that only the code compares. */
const isRead = (text: string, type: string): boolean => type === 'JSXText' || /\s\S/.test(text.trim()) || /^[A-Z][a-z]/.test(text)
