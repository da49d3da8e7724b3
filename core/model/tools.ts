import type { Risk } from './autonomy.ts'
import type { Content, Priority } from './content.ts'
import type { FaultReport } from './fault.ts'
import type { ProposalId, Ref } from './ids.ts'
import type { Json, JsonObject, None } from './json.ts'
import type { ToolDefinition } from './reply.ts'

/** Each tool of the toolkit and its arguments: the library's own option names, with references as texts. */
export interface ToolArgs {
  commit: { readonly content: Content; readonly message?: string }
  edit: { readonly target: Ref; readonly text: string }
  annotate: { readonly targets: readonly Ref[]; readonly priority: Priority; readonly reason?: string }
  compile: { readonly at?: Ref }
  /** Named messages, or the `last` ones of the context. */
  read_messages: { readonly messages?: readonly Ref[]; readonly last?: number }
  status: None
  log: { readonly from?: Ref; readonly limit?: number }
  show: { readonly ref: Ref }
  diff: { readonly from?: Ref; readonly to?: Ref }
  search: { readonly text: string; readonly limit?: number }
  compress: {
    readonly from?: Ref
    readonly to?: Ref
    readonly messages?: readonly Ref[]
    readonly content?: string
    readonly targetTokens?: number
    readonly instructions?: string
  }
  expand: { readonly summary: Ref }
  branch: { readonly name: string; readonly from?: Ref; readonly switch?: boolean }
  rename_branch: { readonly from: string; readonly to: string }
  switch: { readonly branch: string }
  list_branches: None
  merge: { readonly branch: string; readonly strategy?: 'auto' | 'ours' | 'theirs' | 'llm' }
  cherry_pick: { readonly refs: readonly Ref[] }
  rebase: { readonly onto: Ref }
  reset: { readonly to: Ref }
  checkout: { readonly ref: Ref }
  /** Preview only. */
  gc: { readonly orphanRetentionDays?: number; readonly archiveRetentionDays?: number }
  undo: None
}
export type ToolName = keyof ToolArgs
/** One act with its arguments, as policies and proposals name it. */
export type ToolAction<T extends ToolName = ToolName> = { [K in T]: { readonly tool: K; readonly args: ToolArgs[K] } }[T]

export type ProfileName = 'self' | 'supervisor' | 'observer' | 'full'
/** Which tools, and how each is described to the model. */
export type ToolProfile = { readonly name: string; readonly tools: { readonly [Tool in ToolName]?: { readonly description: string } } }

export type JsonSchema = JsonObject
/** A tool as an executor offers it: what a request takes, and what it can do. */
export type OfferedTool = ToolDefinition & { readonly risk: Risk }
export type OpenAITool = { type: 'function'; function: { name: string; description: string; parameters: { [key: string]: unknown } } }
export type AnthropicTool = { name: string; description: string; input_schema: { type: 'object'; [key: string]: unknown } }
export type McpTool = { name: string; description: string; inputSchema: { type: 'object'; [key: string]: unknown } }
export type ToolForms = { openai: OpenAITool; anthropic: AnthropicTool; mcp: McpTool }

/** Every call gets exactly one. `text` is for the model, `data` for you; `content` is the same as a message, ready to commit. */
export type ToolResult = { readonly callId: string; readonly tool: string; readonly text: string; readonly content: Content<'tool_result'> } & (
  | { readonly status: 'ok'; readonly data: Json }
  | { readonly status: 'proposed'; readonly proposal: ProposalId }
  | { readonly status: 'rejected'; readonly reason: string }
  | { readonly status: 'error'; readonly fault: FaultReport }
)
