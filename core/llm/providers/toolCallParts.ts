import type { ToolCall } from '../../model/reply.ts'

type Part = { readonly id?: string | null; readonly function?: { readonly name?: string | null; readonly arguments?: string | null } | null }
type Growing = { readonly key: number; id: string; name: string; text: string }

/** Puts tool calls together from their parts. A part with a new id begins a call; any other belongs to the last one with its index. */
export function toolCallParts(): { add(index: number | undefined, part: Part): void; all(): readonly ToolCall[] } {
  const calls: Growing[] = []
  return {
    add(index, part) {
      const key = index ?? (part.id ? calls.length : (calls.at(-1)?.key ?? 0))
      const known = calls.findLast((call) => call.key === key && (!part.id || call.id === '' || call.id === part.id))
      const call = known ?? begin(calls, key)
      call.id ||= part.id ?? ''
      call.name ||= part.function?.name ?? ''
      call.text += part.function?.arguments ?? ''
    },
    all: () => calls.map(({ id, name, text }) => ({ id, name, arguments: text })),
  }
}

function begin(calls: Growing[], key: number): Growing {
  const call = { key, id: '', name: '', text: '' }
  calls.push(call)
  return call
}
