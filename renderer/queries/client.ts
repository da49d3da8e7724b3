import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import { api } from '../connect.ts'

/** Facts never grow old by themselves: an event says what changed (`invalidate.ts`), a new connection says that anything may have. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 300_000, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, networkMode: 'always' },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Query options and keys for every procedure, by the contract's own names. */
export const query = createTanstackQueryUtils(api)
