import type { FaultCode, FaultData, FaultReport } from '../../core/model/fault.ts'
import type { EpochMs } from '../../core/model/ids.ts'

export type Remedy = 'retry' | 'settings' | 'model' | 'edit'

const atSettings: readonly Remedy[] = ['settings', 'retry', 'model']
const otherModel: readonly Remedy[] = ['model', 'retry', 'settings']
const byCode: { readonly [Code in FaultCode]?: readonly Remedy[] } = {
  'llm/auth': atSettings,
  'llm/no-client': atSettings,
  'llm/no-key': atSettings,
  'llm/key-for-other-host': atSettings,
  'llm/unreachable': ['retry', 'settings', 'model'],
  'llm/protocol': atSettings,
  'llm/no-model': otherModel,
  'llm/model-not-found': otherModel,
  'llm/refused-payload': ['edit', 'model', 'retry'],
  'llm/incomplete': ['retry', 'model', 'edit'],
  'llm/rate-limited': ['retry', 'model'],
  'llm/overloaded': ['retry', 'model'],
  'llm/paused': ['retry', 'model'],
  'llm/stalled': ['retry', 'model'],
}

/** The ways out of a failed answer, the likeliest to help first. */
export const failureRemedy = (code: FaultCode): readonly Remedy[] => byCode[code] ?? ['retry', 'model', 'edit']

/** When a provider will answer again, where it said so. */
export function retryAtOf({ code, data }: FaultReport): EpochMs | null {
  return code === 'llm/rate-limited' || code === 'llm/paused' ? (data as FaultData['llm/rate-limited' | 'llm/paused']).retryAt : null
}
