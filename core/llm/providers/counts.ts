/** A number of tokens, as a server may tell it. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
