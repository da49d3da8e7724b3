/** Ends a switch over a union: a missing case doesn't compile. */
export function assertNever(value: never): never {
  throw new Error(`BUG: no case for ${JSON.stringify(value)}`)
}
