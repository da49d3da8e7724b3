import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import type { ReadOnly } from '../../main/contract/app.ts'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { Strip } from '../components/Banner.tsx'
import { appInfoQuery } from '../queries/app.ts'
import { dayAndClock } from '../words/times.ts'

/** Says that the open file takes no changes, why, and the way on. */
export function ReadOnlyBanner() {
  const { data: app } = useQuery(appInfoQuery())
  const readOnly = app?.file.readOnly ?? null
  if (app === undefined || readOnly === null) return null
  return (
    <Strip tone="neutral" icon={Lock} action={<CommandButton id="file.openCopy" size="sm">Open a copy</CommandButton>}>
      {why(app.file.name, readOnly)}
    </Strip>
  )
}

function why(name: string, { why: reason, since }: ReadOnly): string {
  if (reason === 'protected') return `“${name}” is write-protected: it can be read, and nothing in it changed.`
  return `“${name}” is open to read only since ${dayAndClock(since, Date.now()).replace(/^today, /, '')}`
}
