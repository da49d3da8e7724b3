import type { MessageId, TractId } from '../../core/model/ids.ts'

/** A step as words that lead back to it, within the file that holds it. */
export const stepLink = (tract: TractId, message: MessageId): string => `tract:${tract}/${message}`

/** Reads such words; null where they are none. */
export function readStepLink(text: string): { readonly tract: TractId; readonly message: MessageId } | null {
  const found = /^tract:([\w-]{8,64})\/([0-9a-f]{64})$/.exec(text.trim())
  return found === null ? null : { tract: found[1] as TractId, message: found[2] as MessageId }
}
