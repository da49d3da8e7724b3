import { defaultTractConfig, type TractConfig } from '../model/config.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { readConfigText } from '../store/tracts.ts'

const parsed = new Map<string, Required<TractConfig>>()

/** A tract's settings, with the defaults for what was never set. */
export function configOf(tract: TractHandle): Required<TractConfig> {
  const text = readConfigText(tract.file.db.read, tract.key)
  const known = parsed.get(text)
  if (known) return known
  const config = { ...defaultTractConfig, ...(JSON.parse(text) as TractConfig) }
  if (parsed.size >= 64) parsed.clear()
  parsed.set(text, config)
  return config
}
