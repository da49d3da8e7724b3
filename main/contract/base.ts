import { oc, type } from '@orpc/contract'
import { z } from 'zod'
import type { FaultReport } from '../../core/model/fault.ts'

/** Every procedure can end in a fault: code, words, hint, what was lost. Never a stack, never a provider's own envelope. */
export const procedure = oc.errors({ FAULT: { status: 422, message: 'fault', data: type<FaultReport>() } })

export const tractId = z.string().min(1).max(64)
export const branchName = z.string().min(1).max(200)
export const ref = z.string().min(1).max(200)
/** A moment of the past: a step, branch or bookmark (`at`), or a time in milliseconds since 1970 (`asOf`). Without both: now. */
export const moment = { at: ref.optional(), asOf: z.number().min(0).max(8.64e15).optional() }
export const oneMoment = ({ at, asOf }: { readonly at?: string | undefined; readonly asOf?: number | undefined }): boolean => at === undefined || asOf === undefined
export const messageId = z.string().regex(/^[0-9a-f]{64}$/)
export const operationId = z.string().min(1).max(64)
export const callId = z.string().min(1).max(64)
export const partialId = z.string().min(1).max(64)
export const providerId = z.string().min(1).max(64)
/** Words a person typed. The cap keeps one paste from filling the process; the core has no cap of its own. */
export const words = z.string().max(20_000_000)
