import { type } from '@orpc/contract'
import { z } from 'zod'
import { procedure } from './base.ts'

/** A workspace file the host offers. Paths never come from the page: it names a handle that the host gave out. */
export type FileOffer = { readonly handle: string; readonly name: string; readonly path: string; readonly modifiedAt: number; readonly isOpen: boolean }
export type FileList = { readonly folder: string; readonly items: readonly FileOffer[]; /** Whether `browse` can show a dialog of the system. */ readonly canBrowse: boolean }
export type OpenedFile = { readonly kind: 'opened'; readonly name: string } | { readonly kind: 'cancelled' }

export const files = {
  /** Workspace files in the folder of the open one, and recently opened ones; newest first. */
  list: procedure.output(type<FileList>()),
  /** With `access: 'read'` nothing in it can be changed. */
  open: procedure.input(z.strictObject({ handle: z.string().min(1).max(200), access: z.enum(['write', 'read']).optional() })).output(type<OpenedFile>()),
  /** Copies the open file under a new name and opens the copy: what can be done with a file that takes no changes. */
  openCopy: procedure.output(type<OpenedFile>()),
  /** Makes a new workspace file in the workspace folder and opens it. */
  create: procedure.input(z.strictObject({ name: z.string().min(1).max(80) })).output(type<OpenedFile>()),
  /** Shows the system's open dialog (desktop only). */
  browse: procedure.output(type<OpenedFile>()),
}
