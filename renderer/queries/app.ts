import { query } from './client.ts'

export const appInfoQuery = () => query.app.info.queryOptions()
