import { describe, expect, test } from 'vitest'
import { type Tract, ToolExecutor } from '../../../core/index.ts'
import { toJsonSchema } from '../../../core/capabilities/jsonSchema.ts'
import type { Capability } from '../../../core/capabilities/capability.ts'
import { toolkit } from '../../../core/capabilities/toolkit.ts'
import { canonicalJson } from '../../../core/model/canonicalJson.ts'
import type { Json, JsonObject } from '../../../core/model/json.ts'
import { fits } from '../../helpers/jsonSchema.ts'
import { type Random, randomOf } from '../../helpers/random.ts'
import { toolScene } from '../../helpers/toolScene.ts'

const tools = Object.values(toolkit) as unknown as readonly Capability<string, JsonObject>[]
/** What has to be there before an example makes sense. */
const before: { readonly [tool: string]: (tract: Tract) => void } = {
  expand: (tract) => void tract.compress({ from: 'HEAD~1', to: 'HEAD', content: 'Thanks.' }),
  undo: (tract) => void tract.as({ kind: 'agent', id: 'bot' }).user('Mine.'),
  rebase: (tract) => void tract.annotate('HEAD', 'pinned'),
}

describe.each(tools.map((tool) => [tool.name, tool] as const))('%s', (name, tool) => {
  const schema = toJsonSchema(tool.parameters)

  test.each(tool.examples.map((example) => [JSON.stringify(example), example] as const))('%s is taken by both schemas, and does something', async (_, args) => {
    using tract = toolScene()
    before[name]?.(tract)
    const executor = new ToolExecutor(tract.as({ kind: 'agent', id: 'bot' }), { profile: 'full' })
    const result = await executor.execute({ id: 'c1', name, arguments: args })
    expect([fits(schema, args), tool.parameters.safeParse(args).success, result.status, result.status === 'error' ? result.text : '']).toEqual([true, true, 'ok', ''])
    if (result.status === 'ok') expect([result.text.length > 5, canonicalJson(result.data) !== ''], 'words for the model, strict JSON for the program').toEqual([true, true])
    expect(tract.workspace.fsck('full').findings).toEqual([])
  })

  test('what one schema refuses the other refuses too, whatever is sent', () => {
    const random = randomOf(name.length * 7919)
    const told = Array.from({ length: 400 }, () => {
      const args = mutated(random.pick(tool.examples), schema, random)
      return { args, byZod: tool.parameters.safeParse(args).success, bySchema: fits(schema, args) }
    })
    expect(told.filter(({ byZod, bySchema }) => byZod !== bySchema)).toEqual([])
    expect(told.filter(({ byZod }) => !byZod).length, 'most of them are outside').toBeGreaterThan(100)
  })

  test('it takes its own fields and no others', () => {
    expect([schema['type'], schema['additionalProperties']]).toEqual(['object', false])
    expect(tool.refs.filter((field) => !Object.hasOwn(schema['properties'] as JsonObject, field))).toEqual([])
  })
})

const values: readonly Json[] = [null, true, 0, -1, 1.5, 1e9, '', ' ', 'HEAD', 'x'.repeat(201), 'x'.repeat(30_000), [], [''], ['HEAD', 3], {}, { type: 'dialogue' }, { type: 'tool_call', callId: 'a', tool: 'b', input: null }]

/** Leaves a field out, gives it another value, or adds one that isn't there. */
function mutated(example: JsonObject, schema: JsonObject, random: Random): JsonObject {
  const field = random.pick([...Object.keys(schema['properties'] as JsonObject), 'other', 'autonomy'])
  const { [field]: _, ...rest } = example
  return random.chance(0.2) ? rest : { ...rest, [field]: random.pick(values) }
}
