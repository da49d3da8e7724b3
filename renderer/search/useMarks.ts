import { useCallback, useEffect, useRef } from 'react'
import type { SearchHit } from '../../core/model/search.ts'
import { forgetHits, showHits } from '../state/hits.ts'

/** Marks in the graph what is found. The marks go with the search, unless `keep` was called: as when one of the hits was opened. */
export function useMarks(text: string, hits: readonly SearchHit[]): { readonly keep: () => void } {
  const isKept = useRef(false)
  useEffect(() => showHits(text, hits), [text, hits])
  useEffect(
    () => () => {
      if (!isKept.current) forgetHits()
    },
    [],
  )
  return { keep: useCallback(() => void (isKept.current = true), []) }
}
