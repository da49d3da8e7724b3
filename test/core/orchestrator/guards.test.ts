import { describe, expect, test } from 'vitest'
import { afterAnswer, afterCall, limitBeforeCall, limitBeforeStep, limitsOf, nothingUsed, type Used } from '../../../core/orchestrator/guards.ts'
import { afterOperation, afterStart, armed, checkTriggers, mayStart, type Seen } from '../../../core/orchestrator/triggers.ts'
import type { StartedBy } from '../../../core/index.ts'
import { faultOf } from '../../helpers/faultOf.ts'

/** How many of these calls run before a limit stands against the next, and which. */
function ran(calls: readonly string[], changes: (call: string) => boolean): string {
  let used: Used = nothingUsed
  for (const [at, call] of calls.entries()) {
    const limit = limitBeforeCall(used, call, limitsOf())
    if (limit !== null) return `${at} ${limit}`
    used = afterCall(used, call, changes(call))
  }
  return `${calls.length} none`
}

describe('a run that goes in circles ends', () => {
  test.each<[string, readonly string[], (call: string) => boolean, string]>([
    ['the same call', Array.from({ length: 20 }, () => 'a'), () => true, '2 maxIdenticalCalls'],
    ['one and another, back and forth', Array.from({ length: 20 }, (_, at) => 'ab'[at % 2]!), () => true, '4 maxIdenticalCalls'],
    ['the same with a counter that changes nothing', Array.from({ length: 20 }, (_, at) => `a${at}`), () => false, '6 noProgress'],
    ['reading on and on', Array.from({ length: 20 }, (_, at) => `read ${at}`), () => false, '6 noProgress'],
    ['work, with some reading', Array.from({ length: 20 }, (_, at) => `${at % 4 === 3 ? 'edit' : 'read'} ${at}`), (call) => call.startsWith('edit'), '20 none'],
  ])('%s', (_, calls, changes, expected) => {
    expect(ran(calls, changes)).toBe(expected)
  })

  test('and so does one that takes too much', () => {
    const limits = limitsOf({ maxSteps: 3, maxTokens: 100, maxCostUsd: 0.5 })
    const of = (...answers: readonly (readonly [tokens: number, usd: number])[]) => limitBeforeStep(answers.reduce((used, [tokens, usd]) => afterAnswer(used, tokens, usd), nothingUsed), limits)
    expect([of(), of([99, 0.49]), of([100, 0]), of([1, 0.5]), of([1, 0], [1, 0], [1, 0])]).toEqual([null, null, 'maxTokens', 'maxCostUsd', 'maxSteps'])
  })

  test.each([[{ maxSteps: 0 }], [{ maxSteps: 1.5 }], [{ maxTokens: Infinity }], [{ maxCostUsd: -1 }], [{ maxStep: 3 }], [{ maxMs: '5' }]])('%o is no limit', (limits) => {
    expect(faultOf(() => limitsOf(limits as never))).toBe('input/invalid')
  })
})

describe('a trigger', () => {
  const quiet: Seen = { commits: 0, wasSent: false, share: null }
  const starts = (config: Parameters<typeof afterOperation>[2], seen: readonly Partial<Seen>[]): readonly (StartedBy | null)[] => {
    let now = armed
    return seen.map((one) => {
      const { after, starts: by } = afterOperation(now, { ...quiet, ...one }, config)
      now = by === null ? after : afterStart(after, 0)
      return by
    })
  }

  test('by tokens starts once, and again only after the context was well below', () => {
    const shares = [0.5, 0.7, 0.9, 0.65, 0.71, 0.6, 0.72].map((share) => ({ share }))
    expect(starts({ onTokenThreshold: 0.7 }, shares)).toEqual([null, 'tokenThreshold', null, null, null, null, 'tokenThreshold'])
  })

  test('by commits counts from the last run on, whatever started it', () => {
    expect(starts({ onCommitCount: 3, onCompile: true }, [{ commits: 2 }, { commits: 1 }, { commits: 2 }, { wasSent: true }, { commits: 2 }, { commits: 1 }])).toEqual([null, 'commitCount', null, 'compile', null, 'commitCount'])
  })

  test('starts no more than six runs an hour', () => {
    const busy = Array.from({ length: 6 }).reduce<typeof armed>((now) => afterStart(now, 1000), armed)
    expect([mayStart(busy, 2000), mayStart(busy, 3_700_000)]).toEqual([false, true])
  })

  test.each([[{ onCommitCount: 0 }], [{ onTokenThreshold: 0 }], [{ onTokenThreshold: 70 }], [{ onScheduleMs: 10 }]])('%o is none', (config) => {
    expect(faultOf(() => checkTriggers(config))).toBe('input/invalid')
  })
})
