import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { CompressionPreview, CompressRange, CompressRules } from '../../model/compress.ts'
import type { MessageId } from '../../model/ids.ts'
import { type CommitKey, hashOfCommit } from '../../store/commits.ts'
import { tokensOf } from './compress.ts'
import { runsIn } from './compressRuns.ts'
import { standing } from './drafts.ts'

/** What a range comes to, in runs. Reads only. Faults: `compress/bad-range`, `head/detached`, those of references. */
export function previewCompression(tract: TractHandle, range: CompressRange & CompressRules = {}): CompressionPreview {
  return tract.file.db.snapshot((db) => {
    const { state, branch } = standing(tract, db)
    const { runs, kept, reason } = runsIn(db, tract, state, branch, range)
    const id = (key: CommitKey) => hashOfCommit(db, key) as string as MessageId
    return {
      runs: runs.map((run) => ({ messages: run.map(({ message }) => id(message)), tokens: tokensOf(run) })),
      kept: kept.map(id),
      tokens: runs.reduce((sum, run) => sum + tokensOf(run), 0),
      nothing: runs.length === 0 ? reason : null,
    }
  })
}
