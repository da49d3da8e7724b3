import { QueryClientProvider } from '@tanstack/react-query'
import { TooltipProvider } from './components/Tooltip.tsx'
import { useConnection } from './connect.ts'
import { DragLayer } from './drag/DragLayer.tsx'
import { ErrorBoundary } from './faults/ErrorBoundary.tsx'
import { Toasts } from './faults/Toasts.tsx'
import { Announcer } from './layout/Announcer.tsx'
import { Dialogs } from './layout/Dialogs.tsx'
import { Frame } from './layout/Frame.tsx'
import { Arriving, Refused } from './layout/Threshold.tsx'
import { FollowLesson } from './onboarding/FollowLesson.tsx'
import { FollowSituations } from './onboarding/FollowSituations.tsx'
import { queryClient } from './queries/client.ts'
import { useFollowing } from './queries/followEvents.ts'
import { FollowSettings } from './settings/FollowSettings.tsx'

/** The window: the frame once the page hears of every change, before that what it waits for. */
export function App() {
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <TooltipProvider>
          <Inside />
        </TooltipProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  )
}

function Inside() {
  const connection = useConnection()
  const following = useFollowing()
  if (connection.kind === 'refused') return <Refused />
  if (!following) return <Arriving connection={connection} />
  return (
    <>
      <FollowSettings />
      <FollowLesson />
      <FollowSituations />
      <Frame />
      <Dialogs />
      <DragLayer />
      <Toasts />
      <Announcer />
    </>
  )
}
