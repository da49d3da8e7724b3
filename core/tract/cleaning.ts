import { gc } from '../fsck/gc.ts'
import { erase, previewErase } from '../history/cleanUp/erase.ts'
import type { EraseReport, GcOptions, GcReport } from '../model/cleanUp.ts'
import type { Ref } from '../model/ids.ts'
import { UndoVerbs } from './undoing.ts'

/** Letting go of what is not needed any more, in the whole file. */
export class CleaningVerbs extends UndoVerbs {
  /**
   * Puts steps that nothing leads to into the trash, and lets go for good what has waited there: what no branch, tag, HEAD, waiting record or value of the
   * last `orphanRetentionDays` reaches, over all tracts. Undo takes back the first; the second only a person does. With `archiveRetentionDays` the texts
   * that summaries have stood for go too. `dryRun` only reports. Faults: `gc/not-clean`, `input/invalid`.
   * @example
   * tract.branch('idea')
   * tract.user('Sandals?')
   * tract.switch('main')
   * tract.deleteBranch('idea', { force: true })
   * tract.gc({ orphanRetentionDays: 0, dryRun: true }).trashed.items.map(({ preview }) => preview) // → ['Sandals?']
   */
  gc(options?: GcOptions): GcReport { return gc(this.handle, options) }
  /**
   * Says what `erase` would take away, place by place, and where else the same is said. Reads only.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`.
   * @example
   * tract.previewErase(answer.hash).places.map(({ kind }) => kind) // → ['version']
   */
  previewErase(message: Ref): EraseReport { return previewErase(this.handle, message) }
  /**
   * Takes the bytes of a message away for good, wherever the file has them; only its fingerprint stays. Summaries and texts that say the same are listed for you.
   * Faults: `ref/not-found`, `ref/ambiguous`, `ref/not-a-message`, `input/invalid`.
   * @example
   * tract.erase(answer.hash, { reason: 'It named a customer.' }).isGone // → true
   * tract.compile().excluded.map(({ why }) => why.kind) // → ['erased']
   */
  erase(message: Ref, options: { readonly reason: string }): EraseReport { return erase(this.handle, message, options) }
}
