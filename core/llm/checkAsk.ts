import type { LLMConfig } from '../model/config.ts'
import { checkOptions, isObject, refused, shown } from '../model/given.ts'
import type { ToolDefinition } from '../model/reply.ts'

/** What any call may be given beside the settings themselves. */
export type RouteOptions = LLMConfig & { readonly llmConfig?: LLMConfig; readonly signal?: AbortSignal; readonly tools?: readonly ToolDefinition[] }

/** Refuses options that a call would fail on halfway, or that would be sent as nonsense. Faults: `input/invalid`. */
export function checkAsk(options: RouteOptions): void {
  const { llmConfig, signal, tools } = checkOptions(options, 'options: give them as { temperature: … }')
  const problems = [
    ...(isGiven(llmConfig) && !isObject(llmConfig) ? [`llmConfig must be settings, such as { temperature: … }, not ${shown(llmConfig)}`] : []),
    ...(isGiven(signal) && !((signal as unknown) instanceof AbortSignal) ? [`signal must be an AbortSignal, not ${shown(signal)}`] : []),
    ...(isGiven(tools) ? problemsOfTools(tools) : []),
  ]
  if (problems.length > 0) throw refused(...problems)
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

function problemsOfTools(tools: unknown): readonly string[] {
  if (!Array.isArray(tools)) return [`tools must be a list, not ${shown(tools)}`]
  const names = tools.map((tool: Partial<ToolDefinition> | null) => tool?.name)
  return tools.flatMap((tool: Partial<ToolDefinition> | null, at) => {
    const name = names[at]
    if (typeof name !== 'string' || name === '') return [`tool ${at + 1} has no name`]
    if (!isObject(tool?.parameters)) return [`the parameters of the tool ${name} must be a JSON schema, not ${shown(tool?.parameters)}`]
    return names.indexOf(name) < at ? [`two tools are called ${name}`] : []
  })
}
