import { canonicalJson } from '../../model/canonicalJson.ts'
import type { Encoding, LLMConfig } from '../../model/config.ts'
import type { ConfigChange } from '../../model/diff.ts'
import type { Json } from '../../model/json.ts'
import type { CommitKey } from '../../store/commits.ts'
import { hasAnswers } from '../../store/commitViews.ts'
import type { ReadDb } from '../../store/database.ts'
import type { TractKey } from '../../store/tracts.ts'
import { backwardsFrom } from '../backwards.ts'

/** Settings that differ between the newest answers of two histories. */
export function configChanges(db: ReadDb, tract: TractKey, encoding: Encoding, from: CommitKey | null, to: CommitKey): readonly ConfigChange[] {
  if (!hasAnswers(db, tract)) return []
  const [before, after] = [from === null ? {} : newestConfig(db, from, encoding), newestConfig(db, to, encoding)]
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return fields.map((field): ConfigChange => ({ field, from: valueIn(before, field), to: valueIn(after, field) })).filter((change) => canonicalJson(change.from) !== canonicalJson(change.to))
}

function newestConfig(db: ReadDb, tip: CommitKey, encoding: Encoding): LLMConfig {
  for (const { view } of backwardsFrom(db, [tip], { encoding, portion: 1, only: { answers: true } })) if (view.config) return view.config.values
  return {}
}

const valueIn = (config: LLMConfig, field: string): Json => ((config as { readonly [field: string]: Json | undefined })[field] ?? null)
