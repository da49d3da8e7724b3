import { useQuery } from '@tanstack/react-query'
import type { CommitHash } from '../../core/model/ids.ts'
import type { Receipt } from '../../core/model/usage.ts'
import { receiptQuery } from '../queries/history.ts'
import type { Moment } from '../queries/history.ts'
import type { Current } from '../queries/useCurrent.ts'
import type { ContextPlace } from '../queries/xray.ts'
import { assertNever } from '../state/assertNever.ts'
import type { XrayAt } from '../state/xray.ts'

/** Which context `at` means. null: it isn't known yet. `receipt`: that of the answer which was asked for. */
export function useXrayPlace({ tract, branch, at: looking }: Current, at: XrayAt): { readonly place: ContextPlace | null; readonly receipt: Receipt | null; readonly fault: unknown } {
  const answer = at.kind === 'sent' ? at.message : null
  const { data: receipt = null, error: fault } = useQuery({ ...receiptQuery(tract, branch, answer ?? nobody), enabled: answer !== null })
  const head = answer !== null ? (receipt?.head ?? null) : looking
  return { place: answer !== null && head === null ? null : placeAt({ tract, branch }, at, head), receipt: answer === null ? null : receipt, fault }
}

function placeAt({ tract, branch }: Pick<Current, 'tract' | 'branch'>, at: XrayAt, head: CommitHash | null): ContextPlace {
  const of = (moment: Moment): ContextPlace => ({ tract, branch, moment })
  switch (at.kind) {
    case 'head':
    case 'sent':
      return of(head === null ? {} : { at: head })
    case 'step':
      return of({ at: at.message as string as CommitHash })
    case 'time':
      return of({ asOf: at.time })
    case 'bookmark':
      return of({ at: at.commit })
    case 'branch':
      return { tract, branch: at.branch, moment: {} }
    default:
      return assertNever(at)
  }
}

const nobody = '' as Parameters<typeof receiptQuery>[2]
