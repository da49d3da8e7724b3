import { useEffect } from 'react'
import { useCurrentTract } from '../queries/useCurrent.ts'
import { followTractLook } from '../state/tractLooks.ts'

/** Each tract is shown as it was left: its layout, its panes, its step. */
export function useTractLook(): void {
  const tract = useCurrentTract()
  useEffect(() => (tract === null ? undefined : followTractLook(tract)), [tract])
}
