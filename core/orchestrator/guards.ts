import { refused, shown } from '../model/given.ts'
import type { RunLimit, RunLimits } from '../model/orchestrator.ts'

export type Limits = Required<Omit<RunLimits, 'maxCostUsd'>> & { readonly maxCostUsd: number | null }

const usual: Limits = { maxSteps: 10, maxCallsPerStep: 8, maxIdenticalCalls: 3, maxTokens: 50_000, maxCostUsd: null, maxMs: 600_000 }
/** Calls in a row that changed nothing: reading on and on is going in circles too. */
export const mostIdleCalls = 6

/** The limits of a run, all of them set. Faults: `input/invalid`. */
export function limitsOf(given: RunLimits = {}): Limits {
  const problems = Object.entries(given).flatMap(([name, value]) => {
    if (!Object.hasOwn(usual, name)) return [`there is no limit "${name}": ${Object.keys(usual).join(', ')}`]
    const isSound = name === 'maxCostUsd' ? Number.isFinite(value) && value >= 0 : Number.isInteger(value) && value > 0
    return isSound ? [] : [`${name} must be a ${name === 'maxCostUsd' ? 'number of dollars' : 'whole number above 0'}, not ${shown(value)}`]
  })
  if (problems.length > 0) throw refused(...problems)
  return { ...usual, ...given }
}

/** What a run has used up so far. */
export type Used = {
  readonly steps: number
  readonly tokens: number
  readonly costUsd: number
  /** How often each call was made, by its hash. */
  readonly calls: ReadonlyMap<string, number>
  /** Calls since the last that changed something. */
  readonly idle: number
}
export const nothingUsed: Used = { steps: 0, tokens: 0, costUsd: 0, calls: new Map(), idle: 0 }

/** The limit that stands against asking the model once more; null where none does. */
export function limitBeforeStep({ steps, tokens, costUsd }: Used, { maxSteps, maxTokens, maxCostUsd }: Limits): RunLimit | null {
  if (steps >= maxSteps) return 'maxSteps'
  if (tokens >= maxTokens) return 'maxTokens'
  return maxCostUsd !== null && costUsd >= maxCostUsd ? 'maxCostUsd' : null
}

/** The limit that stands against a call; null where none does. */
export function limitBeforeCall({ calls, idle }: Used, hash: string, { maxIdenticalCalls }: Limits): RunLimit | null {
  if ((calls.get(hash) ?? 0) + 1 >= maxIdenticalCalls) return 'maxIdenticalCalls'
  return idle >= mostIdleCalls ? 'noProgress' : null
}

export const afterAnswer = (used: Used, tokens: number, costUsd: number): Used => ({ ...used, steps: used.steps + 1, tokens: used.tokens + tokens, costUsd: used.costUsd + costUsd })

export const afterCall = (used: Used, hash: string, changed: boolean): Used => ({ ...used, calls: new Map([...used.calls, [hash, (used.calls.get(hash) ?? 0) + 1]]), idle: changed ? 0 : used.idle + 1 })
