/** A property that doesn't hold. */
export class Violation extends Error {
  readonly property: string

  constructor(property: string, text: string) {
    super(`${property}: ${text}`)
    this.property = property
  }
}

/** The text is only made when it is needed. */
export function holds(property: string, ok: boolean, text: () => string): asserts ok {
  if (!ok) throw new Violation(property, text())
}
