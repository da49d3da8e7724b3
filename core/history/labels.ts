import type { CommitLabels } from '../model/content.ts'
import { Fault } from '../model/fault.ts'
import { checkOptions } from '../model/given.ts'
import type { JsonObject } from '../model/json.ts'

/** The free text of a commit, in the form it is kept. */
export function noteOf(labels: CommitLabels & { readonly reason?: string }): JsonObject {
  const { message, tags, metadata, reason } = checkLabels(labels)
  return {
    ...(message === undefined ? {} : { message }), ...(tags === undefined || tags.length === 0 ? {} : { tags }),
    ...(metadata === undefined || Object.keys(metadata).length === 0 ? {} : { metadata }), ...(reason === undefined ? {} : { reason }),
  }
}

/** Labels come from programs, not all of them typed. Faults: `content/invalid`. */
function checkLabels<L extends CommitLabels & { readonly reason?: string }>(labels: L): L {
  checkOptions(labels, 'options: give them as { message: … }')
  const { message, tags, metadata, reason } = labels as { readonly [Field in keyof L]: unknown } & { readonly [field: string]: unknown }
  const isText = (value: unknown): boolean => value === undefined || typeof value === 'string'
  const problems = [
    ...(isText(message) ? [] : ['its commit message must be a text']), ...(isText(reason) ? [] : ['its reason must be a text']),
    ...(tags === undefined || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) ? [] : ['its tags must be a list of texts']),
    ...(metadata === undefined || (typeof metadata === 'object' && metadata !== null && !Array.isArray(metadata)) ? [] : ['its metadata must be an object']),
  ]
  if (problems.length > 0) throw new Fault('content/invalid', { type: 'commit', problems })
  return labels
}
