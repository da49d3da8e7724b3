import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { chatStateQuery } from '../queries/chat.ts'
import { transcriptQuery } from '../queries/history.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useAsOfFor } from '../state/asOf.ts'
import { offerTipOn } from './offerTip.ts'
import { situationNow } from './situationNow.ts'

/** Draws nothing: tells what a situation means when somebody comes into it for the first time. */
export function FollowSituations() {
  const current = useCurrent()
  return current === null ? null : <Follow key={`${current.tract} ${current.branch}`} current={current} />
}

function Follow({ current: { tract, branch, at, overview } }: { readonly current: Current }) {
  const { data: transcript } = useQuery(transcriptQuery(tract, branch))
  const { data: chat } = useQuery(chatStateQuery(tract))
  const isPast = useAsOfFor(tract) !== null
  const situation = isPast ? null : situationNow({ at, budget: overview.status.budget, stoppedHere: chat?.partials.some((partial) => partial.branch === branch) === true, messages: transcript?.items ?? [] })
  useEffect(() => {
    if (situation !== null) offerTipOn(situation)
  }, [situation])
  return null
}
