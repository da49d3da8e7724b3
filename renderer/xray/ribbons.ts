import type { XrayRow } from './xrayRows.ts'

/** Where something stands in the window, in px. */
export type Box = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
/** What is in sight of a pane, and the pane's own box. */
export type Sight<T> = { readonly frame: Box; readonly items: readonly (T & { readonly box: Box })[] }
export type RibbonKind = 'plain' | 'corrected' | 'summary' | 'out'
export type Ribbon = { readonly key: string; readonly row: string; readonly kind: RibbonKind; /** The messages it belongs to, on either side. */ readonly messages: readonly string[]; readonly path: string; /** Along the message in the chat. */ readonly edge: string }

/** In px: where a message's first line is below its top, and how far inside a pane a line that leads out of sight ends. */
const firstLine = 10
const inset = 5

/**
 * Lines from what stands in the chat to what the model sees of it. Several messages of one summary lead to one line; a folded run of messages is one
 * place. Only between what is in sight on both sides.
 */
export function ribbonsBetween(chat: Sight<{ readonly messages: readonly string[] }>, xray: Sight<{ readonly row: XrayRow }>): readonly Ribbon[] {
  const places = new Map(chat.items.flatMap(({ messages, box }) => messages.map((message) => [message, box] as const)))
  return xray.items.flatMap(({ row, box }) => {
    const sources = row.sources.includes(row.messageId) ? row.sources : [row.messageId, ...row.sources]
    const starts = new Map<Box, string[]>()
    for (const message of sources) {
      const from = places.get(message)
      if (from !== undefined) starts.set(from, [...(starts.get(from) ?? []), message])
    }
    return [...starts].map(([from, messages]): Ribbon => ({
      key: `${row.key} ${messages[0] ?? ''}`,
      row: row.key,
      kind: kindOf(row),
      messages: [...new Set([row.messageId, ...messages])],
      path: pathBetween(startOf(from, chat.frame), endOf(box, xray.frame)),
      edge: `M${round(from.right)} ${within(from.top, chat.frame)}V${within(from.bottom, chat.frame)}`,
    }))
  })
}

type Point = readonly [x: number, y: number]

const startOf = (box: Box, frame: Box): Point => [box.right, within(Math.min(box.top + firstLine, (box.top + box.bottom) / 2), frame)]
const endOf = (box: Box, frame: Box): Point => [box.left, within((box.top + box.bottom) / 2, frame)]
const within = (y: number, { top, bottom }: Box): number => Math.min(bottom - inset, Math.max(top + inset, y))

function pathBetween([x1, y1]: Point, [x2, y2]: Point): string {
  const middle = round((x1 + x2) / 2)
  return `M${round(x1)} ${round(y1)}C${middle} ${round(y1)} ${middle} ${round(y2)} ${round(x2)} ${round(y2)}`
}
const round = (value: number): number => Math.round(value * 2) / 2

function kindOf({ state, contentType, isCorrected }: XrayRow): RibbonKind {
  if (state === 'hidden' || state === 'out' || state === 'replaced') return 'out'
  return contentType === 'summary' ? 'summary' : isCorrected ? 'corrected' : 'plain'
}
