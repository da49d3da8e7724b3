import { z } from 'zod'
import type { JsonSchema } from '../model/tools.ts'

/** A schema of zod as strict JSON Schema: an object that takes its own fields and no others. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest as JsonSchema
}
