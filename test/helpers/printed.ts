import { vi } from 'vitest'

/** What a program prints, line by line, while the block runs. */
export function printed(): Disposable & { readonly lines: unknown[][] } {
  const lines: unknown[][] = []
  const spy = vi.spyOn(console, 'log').mockImplementation((...line) => void lines.push(line))
  return { lines, [Symbol.dispose]: () => spy.mockRestore() }
}
