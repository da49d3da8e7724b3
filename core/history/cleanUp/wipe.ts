import type { OpenWorkspace } from '../../journal/openWorkspace.ts'
import { hasUnwiped, noteWiped } from '../../store/purges.ts'

/** Writes the file anew, so that no bytes are left of what went for good. False where another connection is in the way: it is done when the file is opened next. */
export function wipe({ db }: OpenWorkspace): boolean {
  if (!db.rewrite()) return false
  db.write(noteWiped)
  return true
}

/** Finishes what a crash or another connection kept from being finished. */
export function finishWiping(file: OpenWorkspace): void {
  if (hasUnwiped(file.db.read)) wipe(file)
}
