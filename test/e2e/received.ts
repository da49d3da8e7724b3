import type { RecordedRequest } from '../helpers/modelServer.ts'

/** What a provider was sent, as `role: text` lines in order, whichever of the two protocols it came in. */
export function linesOf(request: RecordedRequest | undefined): readonly string[] {
  const body = (request?.body ?? {}) as { readonly system?: unknown; readonly messages?: readonly { readonly role: string; readonly content: unknown }[] }
  const system = body.system === undefined ? [] : [`system: ${textOf(body.system)}`]
  return [...system, ...(body.messages ?? []).map(({ role, content }) => `${role}: ${textOf(content)}`)]
}

/** The request as it was received, field by field. */
export const bodyOf = (request: RecordedRequest | undefined): { readonly [field: string]: unknown } => (request?.body ?? {}) as { readonly [field: string]: unknown }

export const modelOf = (request: RecordedRequest | undefined): unknown => (request?.body as { readonly model?: unknown } | undefined)?.model

function textOf(content: unknown): string {
  if (typeof content === 'string') return content
  return Array.isArray(content) ? content.map((block: { readonly text?: string }) => block.text ?? '').join('\n') : JSON.stringify(content)
}
