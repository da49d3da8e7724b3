import { z } from 'zod'
import { autonomies } from '../model/autonomy.ts'

const text = z.string().min(1).max(200)
const count = z.number().int().positive()
const pattern = z.strictObject({ source: z.string().min(1).max(1000), flags: z.string().max(8) }).refine(({ source, flags }) => isPattern(source, flags))
const settings = z.discriminatedUnion('policy', [
  z.strictObject({ policy: z.literal('compress'), threshold: z.number().min(0.05).max(1), targetTokens: count.optional(), instructions: z.string().max(4000).optional() }),
  z.strictObject({ policy: z.literal('pin'), types: z.array(text), roles: z.array(z.enum(['system', 'user', 'assistant', 'tool'])), patterns: z.array(pattern).max(50) }),
  z.strictObject({ policy: z.literal('branch'), window: count.max(100), switches: count.max(100), ignore: z.array(text) }),
  z.strictObject({ policy: z.literal('archive'), inactiveDays: z.number().positive().max(36_500) }),
])
const kept = z.strictObject({ name: text, isOn: z.boolean(), autonomy: z.enum(autonomies).nullable(), settings: settings.nullable() })

/** Whether policies can be kept so: each of its kind, whole, and with a name of its own. */
export function areKeptPolicies(value: unknown): boolean {
  const result = z.array(kept).max(100).safeParse(value)
  return result.success && new Set(result.data.map(({ name }) => name)).size === result.data.length
}

function isPattern(source: string, flags: string): boolean {
  try {
    return new RegExp(source, flags).source !== ''
  } catch {
    return false
  }
}
