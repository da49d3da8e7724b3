import type { FaultKind } from './faultKind.ts'
import { faultTable } from './faultTable.ts'
import type { FaultData } from './faultData.ts'

export type { FaultKind } from './faultKind.ts'
export type { FaultData } from './faultData.ts'
export type FaultCode = keyof FaultData

/**
 * What is thrown when something can't be done: a code, the facts, and words people can use. Expected outcomes (nothing to do, stopped, over
 * budget) are results instead. Narrow it with `Fault.is(error, 'ref/not-found')`.
 */
export class Fault<Code extends FaultCode = FaultCode> extends Error {
  readonly code: Code
  readonly kind: FaultKind
  readonly hint: string | null
  /** What was lost, in words; 'nothing' nearly always. */
  readonly lost: string
  readonly retryable: boolean
  readonly data: FaultData[Code]

  constructor(code: Code, data: FaultData[Code], options?: { readonly cause?: unknown }) {
    const row = faultTable[code]
    super(row.message(data), options)
    this.name = 'Fault'
    this.code = code
    this.kind = row.kind
    this.hint = row.hint?.(data) ?? null
    this.lost = row.lost?.(data) ?? 'nothing'
    this.retryable = row.retryable ?? false
    this.data = data
  }

  /**
   * Says whether something thrown is a fault, and with `code`, that one: its `data` has the type that belongs to the code then.
   * @example
   * try { tract.switch('mian') } catch (error) { if (Fault.is(error, 'branch/not-found')) console.log(error.data.similar[0]) } // → main
   */
  static is<C extends FaultCode>(error: unknown, code?: C): error is Fault<C> {
    return error instanceof Fault && (code === undefined || error.code === code)
  }
}

/** A fault as plain data, where a result or another process has to be told of one. */
export type FaultReport<Code extends FaultCode = FaultCode> = {
  readonly code: Code
  readonly kind: FaultKind
  readonly message: string
  readonly hint: string | null
  readonly lost: string
  readonly retryable: boolean
  readonly data: FaultData[Code]
}

/**
 * Gives a fault as plain data: for a log, a result, another process.
 * @example
 * try { tract.switch('mian') } catch (error) { if (Fault.is(error)) console.log(toReport(error).hint) } // → Did you mean "main"?
 */
export function toReport<Code extends FaultCode>(fault: Fault<Code>): FaultReport<Code> {
  const { code, kind, message, hint, lost, retryable, data } = fault
  return { code, kind, message, hint, lost, retryable, data }
}

/** Any thrown thing as a fault: ours as it stands, anything else as a bug with its text. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error as Fault
  return new Fault('internal/bug', { what: error instanceof Error ? error.message : String(error) }, { cause: error })
}
