import { useQuery } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import type { FaultData } from '../../core/model/fault.ts'
import type { FailedReply } from '../../main/contract/chat.ts'
import { Strip } from '../components/Banner.tsx'
import { chatStateQuery } from '../queries/chat.ts'
import { canReach } from '../queries/sendQueued.ts'
import { settingsQuery } from '../queries/settings.ts'
import { useCurrent } from '../queries/useCurrent.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useNetwork } from '../state/network.ts'
import { useOnce } from '../state/once.ts'

/** Says that answers have to wait for the network. Not where the model that answers is near: then everything works. */
export function OfflineBanner() {
  const current = useCurrent()
  return current === null ? null : <Offline current={current} />
}

function Offline({ current: { tract, branch } }: { readonly current: Current }) {
  useNetwork()
  const once = useOnce(tract, branch)
  const { data: settings } = useQuery(settingsQuery())
  const { data: chat } = useQuery(chatStateQuery(tract))
  const foundNoWay = chat?.failed.some((failed) => failed.branch === branch && isForWantOfNetwork(failed)) ?? false
  if (settings === undefined || (canReach(settings, { once }) && !foundNoWay)) return null
  return (
    <Strip tone="neutral" icon={WifiOff}>
      You are offline. Everything works except answers.
    </Strip>
  )
}

const isForWantOfNetwork = ({ fault }: FailedReply): boolean => fault.code === 'llm/unreachable' && (fault.data as FaultData['llm/unreachable']).isOffline === true
