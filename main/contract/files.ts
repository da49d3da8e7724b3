import { type } from '@orpc/contract'
import { z } from 'zod'
import type { FsckReport } from '../../core/model/fsck.ts'
import { procedure } from './base.ts'

/** A workspace file the host offers. Paths never come from the page: it names a handle that the host gave out. */
export type FileOffer = { readonly handle: string; readonly name: string; readonly path: string; readonly modifiedAt: number; readonly isOpen: boolean }
export type FileList = { readonly folder: string; readonly items: readonly FileOffer[]; /** Whether `browse` can show a dialog of the system. */ readonly canBrowse: boolean }
export type OpenedFile = { readonly kind: 'opened'; readonly name: string } | { readonly kind: 'cancelled' }
/** A copy in which was put right what could be: `left` of the findings can't be. Rows that can't be true are kept apart in it. */
export type RepairedFile = { readonly name: string; readonly repaired: number; readonly left: number; readonly quarantined: number }

export const files = {
  /** Workspace files in the folder of the open one, and recently opened ones; newest first. */
  list: procedure.output(type<FileList>()),
  /** With `access: 'read'` nothing in it can be changed. */
  open: procedure.input(z.strictObject({ handle: z.string().min(1).max(200), access: z.enum(['write', 'read']).optional() })).output(type<OpenedFile>()),
  /** Copies the open file under a new name and opens the copy: what can be done with a file that takes no changes. */
  openCopy: procedure.output(type<OpenedFile>()),
  /** Checks the open file: every hash, and everything that follows from its journal. Reads only. */
  check: procedure.output(type<FsckReport>()),
  /** Writes a copy in which what can be derived is derived again, and opens it. The open file stays as it is. */
  openRepaired: procedure.output(type<RepairedFile>()),
  /** Makes a new workspace file in the workspace folder and opens it. */
  create: procedure.input(z.strictObject({ name: z.string().min(1).max(80) })).output(type<OpenedFile>()),
  /** Shows the system's open dialog (desktop only). */
  browse: procedure.output(type<OpenedFile>()),
}
