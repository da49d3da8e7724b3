import type { OpenedFile } from '../../main/contract/files.ts'
import { api } from '../connect.ts'
import { query } from './client.ts'

export const filesQuery = () => query.files.list.queryOptions({ staleTime: 0 })
export const openFile = (handle: string): Promise<OpenedFile> => api.files.open({ handle })
export const createFile = (name: string): Promise<OpenedFile> => api.files.create({ name })
/** The system's own dialog (desktop only). */
export const browseFiles = (): Promise<OpenedFile> => api.files.browse()
