/** A record with one more entry, or a changed one, which stands last. Of more than `most` the first go: what is kept in the browser has an end. */
export function withNewest<Value>(record: Readonly<Record<string, Value>>, key: string, value: Value, most: number): Readonly<Record<string, Value>> {
  const others = Object.entries(record).filter(([name]) => name !== key)
  return Object.fromEntries([...others, [key, value] as const].slice(-most))
}
