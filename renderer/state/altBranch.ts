import { create } from 'zustand'
import type { CommitHash, TractId } from '../../core/model/ids.ts'

type AltBranch = { readonly byStep: Readonly<Record<string, string>> }

/** The names a person typed for branches that begin at old steps when a message is sent there. */
export const useAltBranch = create<AltBranch>()((): AltBranch => ({ byStep: {} }))

export const altBranchAt = (tract: TractId, at: CommitHash): string | undefined => useAltBranch.getState().byStep[`${tract}/${at}`]

export function nameAltBranch(tract: TractId, at: CommitHash, name: string): void {
  useAltBranch.setState(({ byStep }) => ({ byStep: { ...byStep, [`${tract}/${at}`]: name } }))
}
