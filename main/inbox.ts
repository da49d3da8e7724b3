/** A queue with one reader: what is put in comes out in order, however slowly it is read. */
export type Inbox<T> = {
  /** Adds an item; `join` may make one item of the newest one that still waits and this one. */
  put(item: T): void
  /** No more comes; what is in it is still read. */
  end(): void
  read(): AsyncGenerator<T, void, undefined>
}

/** Ends by itself when more than `limit` items wait: a reader that far behind has to start over. */
export function createInbox<T>({ limit, join }: { readonly limit: number; readonly join: (waiting: T, next: T) => T | null }): Inbox<T> {
  let waiting: T[] = []
  let ended = false
  let wake = () => {}
  const end = () => {
    ended = true
    wake()
  }
  return {
    put(item) {
      if (ended) return
      const last = waiting.at(-1)
      const joined = last === undefined ? null : join(last, item)
      if (joined === null) waiting.push(item)
      else waiting[waiting.length - 1] = joined
      if (waiting.length > limit) end()
      wake()
    },
    end,
    async *read() {
      for (;;) {
        const items = waiting
        waiting = []
        yield* items
        if (waiting.length > 0) continue
        if (ended) return
        await new Promise<void>((resolve) => (wake = resolve))
      }
    },
  }
}
