import type { JsonObject } from '../../core/model/json.ts'

/** What was typed, as a request; or what is wrong with it. */
export type RawBody = { readonly body: JsonObject; readonly problem: null } | { readonly body: null; readonly problem: string }

export function readRawBody(text: string): RawBody {
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch (error) {
    return { body: null, problem: `This is no JSON: ${error instanceof Error ? error.message : 'it can’t be read'}` }
  }
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? { body: read as JsonObject, problem: null } : { body: null, problem: 'A request is an object: { … }' }
}
