import type { FaultCode } from '../../../core/model/fault.ts'
import type { Scene } from '../scene.ts'

/** What one procedure is held to. `fault`: a call that can't be done, and the code it ends with; null where nothing can be wrong with one. */
export type Case = {
  readonly does: (scene: Scene) => Promise<void>
  readonly fault: { readonly input: (scene: Scene) => unknown; readonly code: FaultCode } | null
  /** Input that is refused before it reaches the handler; null where there is none to send. */
  readonly bad: unknown
}
/** By the procedure's name in the contract. */
export type Cases = { readonly [name: string]: Case }

export const noTract = { input: () => ({ tract: 'no-such-tract' }), code: 'tract/not-found' } as const
