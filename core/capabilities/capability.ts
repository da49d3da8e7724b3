import type { z } from 'zod'
import type { TractHandle } from '../journal/openWorkspace.ts'
import type { Risk } from '../model/autonomy.ts'
import type { Json } from '../model/json.ts'
import type { ProfileName, ToolArgs, ToolName } from '../model/tools.ts'

/** What a handler tells: short words for the model, and data for the program. */
export type Told = { readonly text: string; readonly data: Json }
export type RunOptions = { readonly signal: AbortSignal }

/**
 * One thing a model may do. Its arguments are checked before `run` sees them, and `tract` is bound to whoever acts. What it throws becomes the
 * result of the call.
 */
export type Capability<Name extends string = string, Args = never> = {
  readonly name: Name
  /** As a model reads it; a profile may have its own words. */
  readonly description: { readonly usual: string } & { readonly [Profile in ProfileName]?: string }
  /** The most it can do. */
  readonly risk: Risk
  /** What it can do with these arguments, where that is less. */
  readonly riskOf?: (args: Args) => Risk
  readonly parameters: z.ZodType<Args>
  /** Arguments that name commits: they are full hashes by the time anybody decides on the call. */
  readonly refs: readonly (keyof Args & string)[]
  /** Arguments that name branches which must be there. */
  readonly branches?: readonly (keyof Args & string)[]
  /** Arguments that its schema takes, for people and tests. */
  readonly examples: readonly Args[]
  readonly run: (tract: TractHandle, args: Args, options: RunOptions) => Told | Promise<Told>
}

export type Tool<Name extends ToolName = ToolName> = { [N in Name]: Capability<N, ToolArgs[N]> }[Name]

/** A tool of the toolkit, with the arguments that its name stands for. */
export const tool = <Name extends ToolName>(definition: Capability<Name, ToolArgs[Name]>): Capability<Name, ToolArgs[Name]> => definition
