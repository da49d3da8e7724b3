import { Fault } from '../model/fault.ts'
import { isObject, refused, shown } from '../model/given.ts'
import type { ProfileName, ToolName, ToolProfile } from '../model/tools.ts'
import { similarTo } from '../history/refs/names.ts'
import { isToolName, toolkit, toolNames } from './toolkit.ts'

const reading = toolNames.filter((name) => toolkit[name].risk === 'read')
const names: { readonly [Name in ProfileName]: readonly ToolName[] } = {
  full: toolNames,
  /** Everything but what moves a branch to where it never was by itself, and what is about the whole file. */
  self: toolNames.filter((name) => name !== 'reset' && name !== 'gc'),
  supervisor: [...reading, 'annotate', 'rename_branch', 'branch', 'switch', 'commit', 'compress', 'expand', 'merge', 'cherry_pick', 'undo'],
  observer: reading,
}

/**
 * The profiles that come with the library: which tools, and how each is described. `self` is for an agent that looks after its own context,
 * `supervisor` for one that manages another's, `observer` only reads, `full` has every tool. One of your own is an object of the same shape.
 * @example
 * const librarian = { name: 'librarian', tools: { ...profiles.observer.tools, annotate: { description: 'Mark what the team must not lose.' } } }
 * tract.asTools({ profile: librarian }).at(-1)?.function.description // → 'Mark what the team must not lose.'
 */
export const profiles: { readonly [Name in ProfileName]: ToolProfile } = { self: builtIn('self'), supervisor: builtIn('supervisor'), observer: builtIn('observer'), full: builtIn('full') }

function builtIn(name: ProfileName): ToolProfile {
  const tools = names[name].map((tool) => [tool, { description: toolkit[tool].description[name] ?? toolkit[tool].description.usual }] as const)
  return { name, tools: Object.fromEntries(tools) }
}

/** A profile by its name, or one of somebody's own: as it is now, whatever becomes of the object. Faults: `tool/unknown`, `input/invalid`. */
export function profileOf(given: ProfileName | ToolProfile = 'self'): ToolProfile {
  if (typeof given === 'string') {
    if (!Object.hasOwn(profiles, given)) throw refused(`profile must be one of ${Object.keys(profiles).join(', ')}, or one of your own, not ${shown(given)}`)
    return profiles[given]
  }
  if (!isObject(given) || typeof given.name !== 'string' || !isObject(given.tools)) throw refused('profile: give it as { name, tools: { status: { description: … } } }')
  return { name: given.name, tools: described(Object.entries(given.tools).map(([tool, row]): [string, unknown] => [tool, (row as { readonly description?: unknown } | undefined)?.description])) }
}

/** The same profile with other words for some of its tools. Faults: `tool/unknown`, `tool/not-in-profile`, `input/invalid`. */
export function withDescriptions(profile: ToolProfile, overrides: { readonly [Tool in ToolName]?: string } = {}): ToolProfile {
  const stranger = Object.keys(overrides).find((tool) => isToolName(tool) && profile.tools[tool] === undefined)
  if (stranger !== undefined) throw new Fault('tool/not-in-profile', { tool: stranger, profile: profile.name })
  return { ...profile, tools: { ...profile.tools, ...described(Object.entries(overrides)) } }
}

/** The tools of a profile, in the order of the toolkit. */
export const toolsIn = ({ tools }: ToolProfile): readonly ToolName[] => toolNames.filter((name) => Object.hasOwn(tools, name))

function described(rows: readonly (readonly [string, unknown])[]): ToolProfile['tools'] {
  return Object.fromEntries(rows.map(([tool, description]) => {
    if (!isToolName(tool)) throw unknownTool(tool)
    if (typeof description !== 'string' || description.trim() === '') throw refused(`the description of ${tool} must be a text, not ${shown(description)}`)
    return [tool, { description }]
  }))
}

/** A name that a model made up is shown, never whole books of it. */
export const unknownTool = (name: string): Fault => new Fault('tool/unknown', { tool: name.slice(0, 80).toWellFormed(), similar: similarTo(name.slice(0, 80), toolNames) })
