/** The colours that a drawing on a canvas needs, as plain values. Its own record per theme: it never changes. */
export type DrawnTheme = {
  readonly lane: readonly string[]
  /** On and off lengths per lane; empty: unbroken. Used only where lanes carry a pattern. */
  readonly laneDash: readonly (readonly number[])[]
  /** For words on a fill of the first lane. */
  readonly laneOn: string
  readonly dot: string
  readonly halo: string
  readonly hollow: string
  readonly text: string
  readonly text3: string
  readonly raised: string
  readonly border: string
  readonly accent: string
  readonly summary: string
  readonly summarySoft: string
  readonly merge: string
  readonly danger: string
  readonly headRing: string
  readonly fontUi: string
  readonly warning: string
  /** Lanes are told apart by their pattern too. */
  readonly hasPatterns: boolean
  /** Nothing is drawn that says nothing. */
  readonly isBare: boolean
}

/** How a lane's line is broken, as `setLineDash` takes it. */
export const dashOf = ({ hasPatterns, laneDash }: DrawnTheme, lane: number): number[] => (hasPatterns ? [...(laneDash[lane] ?? [])] : [])

let shown: DrawnTheme | null = null
const listeners = new Set<() => void>()
let observer: MutationObserver | null = null

/** Read from the page once per change of theme, contrast or palette. */
export function readTheme(): DrawnTheme {
  shown ??= read(getComputedStyle(document.documentElement))
  return shown
}

/** Calls back when a drawing has to be made anew in other colours. */
export function onThemeChange(listener: () => void): () => void {
  listeners.add(listener)
  observer ??= observe()
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    observer?.disconnect()
    observer = null
    shown = null
  }
}

function observe(): MutationObserver {
  const watching = new MutationObserver(() => {
    const before = JSON.stringify(shown)
    shown = null
    if (JSON.stringify(readTheme()) !== before) for (const listener of listeners) listener()
  })
  watching.observe(document.documentElement, { attributes: true })
  return watching
}

function read(style: CSSStyleDeclaration): DrawnTheme {
  const value = (name: string): string => style.getPropertyValue(name).trim()
  const { contrast, lanePattern } = document.documentElement.dataset
  const lanes = Array.from({ length: 8 }, (_, lane) => lane)
  return Object.freeze({
    lane: lanes.map((lane) => value(`--lane-${lane}`)),
    laneDash: lanes.map((lane) => value(`--lane-dash-${lane}`).split(/\s+/).map(Number).filter((length) => length > 0)),
    laneOn: value('--lane-0-on'),
    dot: value('--border-subtle'),
    halo: value('--canvas-bg'),
    hollow: value('--node-hollow-fill'),
    text: value('--text'),
    text3: value('--text-3'),
    raised: value('--bg-raised'),
    border: value('--border-strong'),
    accent: value('--accent'),
    summary: value('--summary-solid'),
    summarySoft: value('--summary-soft'),
    merge: value('--merge-solid'),
    danger: value('--danger-solid'),
    headRing: value('--head-ring'),
    fontUi: value('--font-ui'),
    warning: value('--warning-solid'),
    hasPatterns: contrast === 'high' || lanePattern !== undefined,
    isBare: contrast === 'high',
  })
}
