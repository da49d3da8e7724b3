import { insideBlanks } from '../chat/wordDiff.ts'
import type { DiffPart } from '../chat/wordDiff.ts'

/** A stretch of a text, in characters. */
export type Range = { readonly from: number; readonly to: number }
type Node = { type: string; tagName?: string; value?: string; properties?: Record<string, unknown>; children?: Node[]; position?: { start: { offset?: number }; end: { offset?: number } } }

/** The stretches of one of two texts that the other doesn't have. */
export function ownRanges(parts: readonly DiffPart[], own: 'removed' | 'added'): readonly Range[] {
  let at = 0
  const ranges: Range[] = []
  for (const { kind, text } of parts) {
    if (kind !== 'same' && kind !== own) continue
    const [before, words] = insideBlanks(text)
    if (kind === own && words.trim() !== '') ranges.push({ from: at + before.length, to: at + before.length + words.length })
    at += text.length
  }
  return ranges
}

/** Wraps these stretches of the source wherever they come out as text, so that formatted words are marked too. A plugin for the formatter. */
export function markWords(ranges: readonly Range[], tagName: 'ins' | 'del') {
  return () => (tree: Node, file: { readonly value: unknown }): void => wrap(tree, String(file.value), ranges, tagName)
}

function wrap(node: Node, source: string, ranges: readonly Range[], tagName: 'ins' | 'del'): void {
  if (node.children === undefined || node.tagName === 'pre') return // code draws itself
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return pieces(child, source, ranges, tagName)
    wrap(child, source, ranges, tagName)
    return [child]
  })
}

/** Where a text isn't written as it reads, such as `&amp;`, all of it is marked. */
function pieces(node: Node, source: string, ranges: readonly Range[], tagName: 'ins' | 'del'): Node[] {
  const { value = '', position } = node
  const [from, to] = [position?.start.offset ?? -1, position?.end.offset ?? -1]
  const own = ranges.filter((range) => range.from < to && range.to > from)
  if (from < 0 || own.length === 0) return [node]
  if (source.slice(from, to) !== value) return [element(tagName, value)]
  const out: Node[] = []
  let at = from
  for (const range of own) {
    const [start, end] = [Math.max(range.from, from), Math.min(range.to, to)]
    if (start > at) out.push({ type: 'text', value: source.slice(at, start) })
    out.push(element(tagName, source.slice(start, end)))
    at = end
  }
  if (at < to) out.push({ type: 'text', value: source.slice(at, to) })
  return out
}

const element = (tagName: string, value: string): Node => ({ type: 'element', tagName, properties: { 'data-mark': '' }, children: [{ type: 'text', value }] })
