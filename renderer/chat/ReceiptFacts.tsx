import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import type { Receipt } from '../../core/model/usage.ts'
import { IconButton } from '../components/IconButton.tsx'
import { faultOf } from '../faults/faultOf.ts'
import { receiptQuery } from '../queries/history.ts'
import { showToast } from '../state/toasts.ts'
import { copyText } from './copyText.ts'
import { FactList } from './FactList.tsx'
import type { Place } from './place.ts'

/** The receipt of an answer: the hashes of what was sent, and whether the context of then still gives exactly that. */
export function ReceiptFacts({ message, place: { tract, branch } }: { readonly message: TranscriptMessage; readonly place: Place }) {
  const { data: receipt, error } = useQuery(receiptQuery(tract, branch, message.messageId))
  if (error) return <p className="text-xs text-muted">{faultOf(error).message}</p>
  if (receipt === undefined) return <p className="text-xs text-muted">Comparing with the file …</p>
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 grow">
        <FactList
          facts={[
            { name: 'Request', value: short(receipt.payloadHash), note: 'hash of what was sent' },
            { name: 'Context', value: short(receipt.contextHash), note: `at step ${receipt.head.slice(0, 8)}` },
            { name: 'Still the same', value: receipt.stillMatches ? 'yes' : 'no', note: receipt.stillMatches ? 'that step still gives exactly this context' : 'that step gives another context now' },
          ]}
        />
      </div>
      <IconButton label="Copy the receipt" icon={Copy} box={24} onClick={() => void copy(receipt)} />
    </div>
  )
}

const short = (hash: string): string => hash.slice(0, 12)

async function copy(receipt: Receipt): Promise<void> {
  const isCopied = await copyText(JSON.stringify(receipt, null, 2))
  showToast(isCopied ? { tone: 'done', text: 'Copied the receipt' } : { tone: 'fault', text: 'The browser didn’t let it be copied.' })
}
