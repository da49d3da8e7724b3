import type { OpenedFile, RepairedFile } from '../../main/contract/files.ts'
import { api } from '../connect.ts'
import { query, queryClient } from './client.ts'

export const filesQuery = () => query.files.list.queryOptions({ staleTime: 0 })
/** `read`: nothing in it can be changed. */
export const openFile = (handle: string, access: 'write' | 'read' = 'write'): Promise<OpenedFile> => api.files.open({ handle, access })
/** Copies the open file and opens the copy. */
export const openCopy = (): Promise<OpenedFile> => api.files.openCopy()
/** Checks the open file, whole; asked only when somebody wants to know. */
export const fileCheckQuery = () => query.files.check.queryOptions({ staleTime: 0, gcTime: 0 })
/** Does that, where it is shown. */
export const checkFile = () => queryClient.fetchQuery(fileCheckQuery())
/** Writes a repaired copy of the open file and opens that. */
export const openRepaired = (): Promise<RepairedFile> => api.files.openRepaired()
export const createFile = (name: string): Promise<OpenedFile> => api.files.create({ name })
/** The system's own dialog (desktop only). */
export const browseFiles = (): Promise<OpenedFile> => api.files.browse()
