import { describe, expect, test } from 'vitest'
import { profiles, ToolExecutor, type ToolName, type ToolProfile } from '../../../core/index.ts'
import { toolkit, toolNames } from '../../../core/capabilities/toolkit.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { toolScene } from '../../helpers/toolScene.ts'

const names = ({ tools }: ToolProfile): readonly string[] => Object.keys(tools)
const librarian = (): { name: string; tools: { [Tool in ToolName]?: { description: string } } } => ({ name: 'librarian', tools: { ...profiles.observer.tools, annotate: { description: 'Mark what the team must not lose.' } } })

describe('profiles', () => {
  test('an observer only reads, an agent of its own context resets nothing, full has all', () => {
    expect(names(profiles.observer)).toEqual(toolNames.filter((name) => toolkit[name].risk === 'read'))
    expect(toolNames.filter((name) => profiles.self.tools[name] === undefined)).toEqual(['gc', 'reset'])
    expect(toolNames.filter((name) => profiles.supervisor.tools[name] === undefined)).toEqual(['edit', 'rebase', 'reset', 'checkout'])
    expect(names(profiles.full)).toEqual(toolNames)
  })

  test('no tool can destroy, and none reaches past the conversation', () => {
    expect(toolNames.filter((name) => (toolkit[name].risk as string) === 'destroy')).toEqual([])
    expect(toolNames.filter((name) => /purge|erase|redact|export|import|key|setting|config|policy|ceiling|autonomy|client|model$|file|save|load/.test(name))).toEqual([])
  })

  test('the same tool is described to each as what it is to them', () => {
    const told = (['self', 'supervisor', 'full'] as const).map((name) => profiles[name].tools.compress?.description)
    expect(new Set(told).size).toBe(3)
  })
})

describe('asTools', () => {
  test('gives one tool in the forms of each protocol, with a schema of one\'s own to change', () => {
    using tract = toolScene()
    const [openai, anthropic, mcp] = [tract.asTools(), tract.asTools({ format: 'anthropic' }), tract.asTools({ format: 'mcp' })].map((tools) => tools.at(-1))
    const description = profiles.self.tools.checkout?.description
    const schema = { type: 'object', properties: { ref: { type: 'string', minLength: 1, maxLength: 200, description: expect.any(String) as string } }, required: ['ref'], additionalProperties: false }
    expect([openai, anthropic, mcp]).toEqual([
      { type: 'function', function: { name: 'checkout', description, parameters: schema } }, { name: 'checkout', description, input_schema: schema }, { name: 'checkout', description, inputSchema: schema },
    ])
    const [first] = tract.asTools()
    first!.function.parameters['properties'] = 'broken'
    expect(tract.asTools()[0]?.function.parameters['properties']).toEqual({})
  })

  test('a profile of one\'s own has its tools and its words; overrides go on top', () => {
    using tract = toolScene()
    const tools = tract.asTools({ profile: librarian(), overrides: { search: 'Look it up.' } })
    expect(tools.map((tool) => tool.function.name)).toEqual([...names(profiles.observer), 'annotate'])
    expect(tools.flatMap(({ function: { name, description } }) => (name === 'search' || name === 'annotate' ? [description] : []))).toEqual(['Look it up.', 'Mark what the team must not lose.'])
  })

  test.each([
    ['a profile that isn\'t there', { profile: 'admin' }, 'input/invalid'],
    ['a profile named like a part of every object', { profile: 'constructor' }, 'input/invalid'],
    ['a profile with a tool that isn\'t there', { profile: { name: 'x', tools: { purge: { description: 'Purge.' } } } }, 'tool/unknown'],
    ['a profile with a tool without words', { profile: { name: 'x', tools: { status: { description: ' ' } } } }, 'input/invalid'],
    ['a profile without tools', { profile: { name: 'x' } }, 'input/invalid'],
    ['words for a tool that isn\'t there', { overrides: { erase: 'x' } }, 'tool/unknown'],
    ['words for a tool that the profile doesn\'t have', { profile: 'observer', overrides: { commit: 'x' } }, 'tool/not-in-profile'],
    ['a form that isn\'t there', { format: 'gemini' }, 'input/invalid'],
  ])('refuses %s', (_, options, code) => {
    using tract = toolScene()
    expect(faultOf(() => tract.asTools(options as never))).toBe(code)
  })
})

describe('an executor', () => {
  test.each(Object.entries(profiles))('of %s runs nothing outside its profile, and offers nothing there', async (name, profile) => {
    using tract = toolScene()
    const executor = new ToolExecutor(tract, { profile: name as keyof typeof profiles })
    const outside = toolNames.filter((tool) => profile.tools[tool] === undefined)
    expect(executor.listTools().map((tool) => tool.name)).toEqual(names(profile))
    const results = await Promise.all([...outside, 'collect', 'purge', 'erase', 'configure', 'configurePolicies', 'constructor', '__proto__', 'toString', ''].map((tool) => executor.execute({ id: 'c', name: tool, arguments: outside.includes(tool as ToolName) ? toolkit[tool as ToolName].examples[0] : {} })))
    expect(results.map((result) => (result.status === 'error' ? result.fault.code : result.status))).toEqual([...outside.map(() => 'tool/not-in-profile'), ...Array.from({ length: 9 }, () => 'tool/unknown')])
    expect(tract.listBranches().length + tract.log().items.length, 'nothing changed').toBe(13)
  })

  test('is bound to the profile as it was: changing the object later adds no tool', async () => {
    using tract = toolScene()
    const profile = librarian()
    const executor = new ToolExecutor(tract, { profile })
    profile.tools.edit = { description: 'Edit.' }
    const result = await executor.execute({ id: 'c', name: 'edit', arguments: { target: 'HEAD', text: 'x' } })
    expect([result.status === 'error' && result.fault.code, executor.listTools().some(({ name }) => name === 'edit')]).toEqual(['tool/not-in-profile', false])
  })

  test('takes no autonomy that isn\'t there', () => {
    using tract = toolScene()
    const make = (autonomy: string) => () => new ToolExecutor(tract, { autonomy: autonomy as 'manual' })
    expect([faultOf(make('all')), faultOf(make('manual'))]).toEqual(['input/invalid', 'none'])
  })
})
