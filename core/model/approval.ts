import { canonicalJson } from './canonicalJson.ts'
import { hashOf } from './hash.ts'

/** What an approval is bound to: this act, with these arguments, where the branch stands there. */
export const boundTo = ({ tool, args }: { readonly tool: string; readonly args: object }, base: string | null): string =>
  hashOf('tract:approval:1', canonicalJson({ tool, args, base }))
