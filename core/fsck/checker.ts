import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import { asTractId } from '../model/ids.ts'

/** A tract as the system's checker works on it: what is put right is told in the journal under this name. */
export function asChecker(file: OpenWorkspace, key: number, id: string): TractHandle {
  return { file, key, id: asTractId(id), author: { kind: 'system', id: 'fsck' }, branch: null }
}
