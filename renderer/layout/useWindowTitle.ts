import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { appInfoQuery } from '../queries/app.ts'
import { useCurrent } from '../queries/useCurrent.ts'

/** The tract and the file in the window's own title, for the task bar and the list of tabs. */
export function useWindowTitle(): void {
  const tract = useCurrent()?.overview.summary.name
  const file = useQuery(appInfoQuery()).data?.file.name
  useEffect(() => {
    document.title = [tract, file, 'Tract Studio'].filter((part) => part !== undefined && part !== '').join(' · ')
  }, [tract, file])
}
