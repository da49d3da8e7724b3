/** The end of a `switch` over a union: a case that was forgotten doesn't compile. */
export function assertNever(value: never): never {
  throw new Error(`BUG: unexpected ${JSON.stringify(value)}`)
}
