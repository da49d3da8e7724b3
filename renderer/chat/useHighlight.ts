import { useEffect, useState } from 'react'
import type { CodePart } from './highlight.ts'

type Highlight = (code: string, language: string) => readonly CodePart[] | null

let loaded: Highlight | null = null

/** How long code must stand still before it is coloured anew: while it is written, each word would colour all of it. */
const idleMs = 300

/**
 * Code in colours; null while they aren't known. The languages are loaded when the first code is shown; code that is there from the start is
 * coloured at once, code that is being written when its writer pauses.
 */
export function useHighlight(code: string, language: string): readonly CodePart[] | null {
  const [coloured, setColoured] = useState(() => ({ code, parts: loaded === null ? null : loaded(code, language) }))
  useEffect(() => {
    if (coloured.code === code && (coloured.parts !== null || loaded !== null)) return undefined
    let isCurrent = true
    const colour = async (): Promise<void> => {
      const highlight = await load()
      if (isCurrent) setColoured({ code, parts: highlight(code, language) })
    }
    const timer = setTimeout(() => void colour(), coloured.code === code ? 0 : idleMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [code, language, coloured])
  return coloured.code === code ? coloured.parts : null
}

async function load(): Promise<Highlight> {
  loaded ??= (await import('./highlight.ts')).highlight
  return loaded
}
