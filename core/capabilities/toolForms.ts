import { checkChoice, checkOptions } from '../model/given.ts'
import type { OfferedTool, ProfileName, ToolForms, ToolName, ToolProfile } from '../model/tools.ts'
import { toJsonSchema } from './jsonSchema.ts'
import { profileOf, toolsIn, withDescriptions } from './profiles.ts'
import { toolkit } from './toolkit.ts'

export type AsToolsOptions<Format extends keyof ToolForms> = {
  /** Default `self`. */
  readonly profile?: ProfileName | ToolProfile
  /** Default `openai`. */
  readonly format?: Format
  /** Descriptions of your own, on top of the profile's. */
  readonly overrides?: { readonly [Tool in ToolName]?: string }
}

/** A profile's tools as a provider's request takes them. Faults: `tool/unknown`, `tool/not-in-profile`, `input/invalid`. */
export function asTools<Format extends keyof ToolForms = 'openai'>(options: AsToolsOptions<Format> = {}): ToolForms[Format][] {
  const { profile, format = 'openai', overrides } = checkOptions(options, 'options: give them as { profile: … }')
  checkChoice('format', format, Object.keys(forms))
  const form = forms[format] as (tool: OfferedTool) => ToolForms[Format]
  return offeredTools(withDescriptions(profileOf(profile), overrides)).map(form)
}

/** The same in the library's own form. */
export function offeredTools(profile: ToolProfile): readonly OfferedTool[] {
  return toolsIn(profile).map((name) => {
    const { risk, description } = toolkit[name]
    return { name, description: profile.tools[name]?.description ?? description.usual, parameters: schemas[name], risk }
  })
}

const schemas = Object.fromEntries(Object.values(toolkit).map(({ name, parameters }) => [name, toJsonSchema(parameters)])) as { readonly [Name in ToolName]: OfferedTool['parameters'] }

type RootSchema = { type: 'object'; [key: string]: unknown }
const forms: { readonly [Format in keyof ToolForms]: (tool: OfferedTool) => ToolForms[Format] } = {
  openai: ({ name, description, parameters }) => ({ type: 'function', function: { name, description, parameters: structuredClone(parameters) } }),
  anthropic: ({ name, description, parameters }) => ({ name, description, input_schema: structuredClone(parameters) as RootSchema }),
  mcp: ({ name, description, parameters }) => ({ name, description, inputSchema: structuredClone(parameters) as RootSchema }),
}
