import { implement, ORPCError } from '@orpc/server'
import { Fault, toReport } from '../../core/model/fault.ts'
import type { FaultReport } from '../../core/model/fault.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import { contract } from '../contract/contract.ts'

export type Context = { readonly app: App }

/**
 * What every handler begins with. Here, and only here, a thrown fault becomes the typed error of the contract; anything else is a bug, of which
 * the page learns that it happened and the log learns where. What the page sent is in neither.
 */
export const procedures = implement(contract)
  .$context<Context>()
  .use(async ({ context, next, path }) => {
    await ownTurn()
    try {
      return await next()
    } catch (error) {
      if (error instanceof ORPCError && error.code !== 'BAD_REQUEST') throw error
      throw toError(error instanceof ORPCError ? inputFault(error) : error, context.app, path.join('.'))
    }
  })

/** For what folds a whole context: it waits until all that came together with it is answered, and isn't begun where nobody waits for it any more. */
export const lastOf = procedures.use(async ({ next, signal }) => {
  await ownTurn()
  if (signal?.aborted === true) throw new ORPCError('CLIENT_CLOSED_REQUEST')
  return next()
})

/** A page asks for many things at once, and an answer leaves only between two turns: without this the quickest would wait for the slowest. */
const ownTurn = (): Promise<void> => new Promise((done) => void setImmediate(done))

/** What the page sent didn't fit the schema: which field, and what it may be. */
function inputFault({ data }: { readonly data?: unknown }): Fault {
  const issues = (data as { readonly issues?: readonly { readonly message: string; readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] }[] } | undefined)?.issues ?? []
  const problems = issues.slice(0, 5).map(({ path = [], message }) => `${path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || 'input'}: ${message}`)
  return new Fault('input/invalid', { problems })
}

export function toError(error: unknown, app: App, procedure: string): ORPCError<'FAULT', FaultReport> {
  if (!Fault.is(error)) app.log('error', 'bug', { procedure, name: error instanceof Error ? error.name : typeof error, at: framesOf(error) })
  const fault = Fault.is(error) ? error : new Fault('internal/bug', { what: `${procedure} failed` }, { cause: error })
  const report = app.secrets.redactAll(toReport<never>(fault as never)) as FaultReport
  return new ORPCError('FAULT', { defined: true, status: 422, message: report.message, data: report })
}

/** The places of the stack, without the message above them, which may quote what someone wrote. */
const framesOf = (error: unknown): readonly string[] => (error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).map((line) => line.trim()) : [])

/** The tract, bound to a branch: what is done with it happens there, wherever HEAD is. Faults: `tract/not-found`, `branch/not-found`. */
export const tractOn = (app: App, { tract, branch }: { readonly tract: string; readonly branch: string }): Tract => app.workspace().get(tract).on(branch)
