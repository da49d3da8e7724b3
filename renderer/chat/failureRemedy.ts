import type { FaultCode } from '../../core/model/fault.ts'

export type Remedy = 'retry' | 'settings' | 'model' | 'edit'

const atSettings: readonly Remedy[] = ['settings', 'retry', 'model']
const otherModel: readonly Remedy[] = ['model', 'retry', 'settings']
const byCode: { readonly [Code in FaultCode]?: readonly Remedy[] } = {
  'llm/auth': atSettings,
  'llm/no-client': atSettings,
  'llm/unreachable': ['retry', 'settings', 'model'],
  'llm/protocol': atSettings,
  'llm/no-model': otherModel,
  'llm/model-not-found': otherModel,
  'llm/refused-payload': ['edit', 'model', 'retry'],
  'llm/rate-limited': ['retry', 'model'],
  'llm/overloaded': ['retry', 'model'],
}

/** The ways out of a failed answer, the likeliest to help first. */
export const failureRemedy = (code: FaultCode): readonly Remedy[] => byCode[code] ?? ['retry', 'model', 'edit']
