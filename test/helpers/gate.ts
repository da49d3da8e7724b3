import type { ServerResponse } from 'node:http'

/** Lets words pass, all or one by one. */
export class Gate {
  #permits = Infinity
  #waiting: (() => void)[] = []

  close(): void {
    this.#permits = 0
  }

  open(words = Infinity): void {
    this.#permits += words
    while (this.#permits > 0 && this.#waiting.length > 0) this.#admit(this.#waiting.shift())
  }

  /** Resolves when a word may pass, or when nobody listens any more. */
  pass(response: ServerResponse): Promise<void> {
    return new Promise((resolve) => {
      if (this.#permits > 0) return this.#admit(resolve)
      this.#waiting.push(resolve)
      response.on('close', () => {
        this.#waiting = this.#waiting.filter((other) => other !== resolve)
        resolve()
      })
    })
  }

  #admit(resolve: (() => void) | undefined): void {
    this.#permits -= 1
    resolve?.()
  }
}
