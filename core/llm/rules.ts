/** What holds for every call to a model, in ms and counts. A client's own patience and a caller's rules win over these. */
export type CallRules = {
  /** Until the answer begins: connection and headers. */
  readonly headersMs: number
  /** Between two pieces of content. Pings and comments are no content. */
  readonly progressMs: number
  /** The whole call with its waits. */
  readonly totalMs: number
  /** Further attempts after the first. */
  readonly maxRetries: number
  /** A provider that asks to wait longer is not waited for. */
  readonly maxRetryAfterMs: number
  readonly minBackoffMs: number
  readonly maxBackoffMs: number
  readonly maxAnswerLength: number
  readonly maxToolCalls: number
  /** Of one call's arguments, as JSON in UTF-8. */
  readonly maxArgumentBytes: number
  readonly maxArgumentDepth: number
  /** Calls that failed in a row before the provider is left alone, and for how long. */
  readonly failuresToPause: number
  readonly pauseMs: number
}

export const defaultRules: CallRules = {
  headersMs: 30_000,
  progressMs: 60_000,
  totalMs: 15 * 60_000,
  maxRetries: 2,
  maxRetryAfterMs: 60_000,
  minBackoffMs: 500,
  maxBackoffMs: 8_000,
  maxAnswerLength: 50 * 1024 * 1024,
  maxToolCalls: 8,
  maxArgumentBytes: 64 * 1024,
  maxArgumentDepth: 32,
  failuresToPause: 5,
  pauseMs: 30_000,
}
