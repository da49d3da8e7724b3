import { collect, previewCollect } from '../history/cleanUp/collect.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { GcOptions, GcReport } from '../model/cleanUp.ts'
import { Fault } from '../model/fault.ts'
import { checkOptions } from '../model/given.ts'
import { fsck } from './fsck.ts'

/**
 * Cleans up the whole file, once a check of it found nothing wrong; a dry run only says what would happen. Faults: `gc/not-clean`, `input/invalid`.
 */
export function gc(tract: TractHandle, options: GcOptions = {}): GcReport {
  checkOptions(options, 'options: give them as { orphanRetentionDays: … }')
  if (options.dryRun === true) return previewCollect(tract, options)
  const report = fsck(tract.file.db, 'full')
  if (!report.ok) throw new Fault('gc/not-clean', { report })
  return collect(tract, options)
}
