import { getBranch } from '../history/refs/branches.ts'
import { resolveRef } from '../history/refs/resolveRef.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Risk } from '../model/autonomy.ts'
import { canonicalJson } from '../model/canonicalJson.ts'
import { problemsIn } from '../model/contentTypes.ts'
import { Fault } from '../model/fault.ts'
import { isObject } from '../model/given.ts'
import { hashOf } from '../model/hash.ts'
import type { Ref } from '../model/ids.ts'
import type { JsonObject } from '../model/json.ts'
import type { ToolAction, ToolName, ToolProfile } from '../model/tools.ts'
import { hashOfCommit } from '../store/commits.ts'
import { listRefs, tagPrefix } from '../store/refs.ts'
import type { Capability } from './capability.ts'
import { unknownTool } from './profiles.ts'
import { isToolName, toolkit } from './toolkit.ts'

/** A call that may be decided on: whole, of its schema, and naming commits by what they are now, not by where HEAD will be. */
export type CheckedCall = {
  readonly action: ToolAction
  /** What it can do with these arguments. */
  readonly risk: Risk
  /** Of tool and arguments: what is approved is what runs. */
  readonly hash: string
}

/**
 * Checks a call as a model made it. `profile` null: only whether there is such a tool and it takes these arguments. Faults: `tool/unknown`,
 * `tool/not-in-profile`, `tool/bad-arguments`, those of references.
 */
export function checkCall(tract: TractHandle, profile: ToolProfile | null, name: string, given: unknown): CheckedCall {
  if (!isToolName(name)) throw unknownTool(name)
  if (profile !== null && !Object.hasOwn(profile.tools, name)) throw new Fault('tool/not-in-profile', { tool: name, profile: profile.name })
  const tool = toolkit[name] as Capability<ToolName, JsonObject>
  const args = pinned(tract, tool, parsed(name, tool, given))
  return { action: { tool: name, args } as ToolAction, risk: tool.riskOf?.(args) ?? tool.risk, hash: hashOf('tract:call:1', canonicalJson({ tool: name, args })) }
}

const mostBytes = 64 * 1024

/** Nothing is guessed: what is cut, is no object, or holds a field too many is refused whole. */
function parsed(name: ToolName, { parameters }: Capability<ToolName, JsonObject>, given: unknown): JsonObject {
  const refuse = (...problems: readonly string[]) => new Fault('tool/bad-arguments', { tool: name, problems })
  const value = typeof given === 'string' ? fromJson(given, refuse) : given
  if (!isObject(value)) throw refuse('they must be one JSON object')
  const plain = canonicalOf(value, refuse)
  if (Buffer.byteLength(plain) > mostBytes) throw refuse(`they are larger than ${mostBytes / 1024} KB`)
  const result = parameters.safeParse(JSON.parse(plain))
  if (!result.success) throw refuse(...problemsIn(result))
  return result.data
}

type Refuse = (...problems: readonly string[]) => Fault

function fromJson(text: string, refuse: Refuse): unknown {
  if (text.length > mostBytes) throw refuse(`they are larger than ${mostBytes / 1024} KB`)
  try {
    return JSON.parse(text, (_key, value: unknown) => (value === 0 ? 0 : value))
  } catch {
    throw refuse('they are no whole JSON text')
  }
}

function canonicalOf(value: object, refuse: Refuse): string {
  try {
    return canonicalJson(value)
  } catch {
    throw refuse('they hold what is no plain JSON')
  }
}

/** Names stay: an act on a branch means the branch. Everything else that stands for a commit becomes its hash, once. */
function pinned(tract: TractHandle, { refs, branches = [] }: Capability<ToolName, JsonObject>, args: JsonObject): JsonObject {
  for (const field of branches) getBranch(tract, args[field] as string)
  const { read } = tract.file.db
  const one = (ref: Ref): Ref => (isName(tract, ref) ? ref : hashOfCommit(read, resolveRef(read, tract, ref)))
  const pins = refs.flatMap((field) => {
    const value = args[field]
    if (value === undefined) return []
    return [[field, Array.isArray(value) ? (value as readonly Ref[]).map(one) : one(value as Ref)] as const]
  })
  return { ...args, ...Object.fromEntries(pins) }
}

function isName(tract: TractHandle, ref: Ref): boolean {
  if (ref === '-') return true
  const name = ref.normalize('NFC')
  return listRefs(tract.file.db.read, tract.key).some((each) => each.name === name || each.name === `${tagPrefix}${name}`)
}
