import type { TranscriptMessage } from '../model/context.ts'
import type { Author } from '../model/author.ts'
import type { Commit } from '../model/commit.ts'
import type { TypeRows } from '../model/contentTypes.ts'
import { textOf } from '../model/contentTypes.ts'
import type { JsonObject } from '../model/json.ts'

/** Of one message, and of one result, in characters: a model that needs more asks for less at once. */
const mostOfMessage = 8_000
const mostOfResult = 48_000

/**
 * What stands in a tract, for a model to read: one JSON object a line, each with who wrote it, so that no text can pass for a heading, for another
 * message, or for words of the library. Lines beyond the most are left out, and told.
 */
export function dataLines(heading: string, rows: readonly JsonObject[]): string {
  const lines: string[] = []
  let length = 0
  for (const row of rows) {
    const line = JSON.stringify(row)
    length += line.length
    if (length > mostOfResult && lines.length > 0) break
    lines.push(line)
  }
  const left = rows.length - lines.length
  return [heading, ...lines, ...(left === 0 ? [] : [`(${left} more left out: ask for fewer at once)`])].join('\n')
}

export function messageRow({ messageId, role, content, author, priority, tokens, shown, why }: TranscriptMessage, types: TypeRows): JsonObject {
  const text = textOf(content, types)
  const cut = text.length > mostOfMessage
  return {
    message: shortHash(messageId), role, type: content.type, by: nameOfAuthor(author), tokens, priority,
    ...(shown ? {} : { hidden: why.kind }), text: cut ? text.slice(0, mostOfMessage).toWellFormed() : text, ...(cut ? { cutAfter: mostOfMessage, of: text.length } : {}),
  }
}

export const commitRow = (commit: Commit): JsonObject => ({ commit: shortHash(commit.hash), kind: commit.kind, by: nameOfAuthor(commit.author), message: commit.message })

export const shortHash = (hash: string): string => hash.slice(0, 12)
export const nameOfAuthor = ({ kind, id }: Author): string => `${kind}:${id}`
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
