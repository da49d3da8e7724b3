import type { GraphRow } from '../../../core/model/commit.ts'
import type { CommitHash, MessageId } from '../../../core/model/ids.ts'

/** Graph rows from `name: parents` lines, oldest first in the text, newest first in the result. */
export function graphOf(...lines: readonly { name: string; on?: readonly string[]; parents?: readonly string[]; edits?: string; annotates?: string; merge?: boolean }[]): GraphRow[] {
  const rows = lines.map((line, at): GraphRow => ({
    hash: line.name as CommitHash,
    parents: (line.parents ?? (at === 0 ? [] : [lines[at - 1]?.name ?? ''])) as CommitHash[],
    kind: line.edits ? 'edit' : line.annotates ? 'annotate' : line.merge ? 'merge' : 'append',
    messageId: line.merge ? null : (line.edits ?? line.annotates ?? line.name) as MessageId,
    contentType: line.annotates ? null : 'dialogue',
    role: 'user',
    preview: `text of ${line.name}`,
    tokens: 10,
    createdAt: at,
    author: { kind: 'user', id: 'me' },
    model: null,
    temperature: null,
    branches: line.on ?? [],
    tags: [],
    isHead: false,
  }))
  return rows.toReversed()
}
