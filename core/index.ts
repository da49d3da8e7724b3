/** The public face of the library, for scripts and agents. The app imports the files themselves. */
import { configFrom } from './model/llmConfig.ts'
import type { LLMConfig as Config } from './model/config.ts'
import { Tract as TractVerbs } from './tract.ts'
import { loadTract, openTract } from './workspace.ts'

export type { LoadOptions, OpenOptions, OpenTract } from './workspace.ts'
export { Workspace } from './workspace.ts'

/** One conversation with all its branches. `Tract.open()` gives one in memory, `Tract.open('notes.tract')` one in a file. */
export type Tract = TractVerbs
export const Tract = {
  /** Opens a file and one tract of it: the one named, else the one used last, else a new one. Closing it closes the file. Faults: those of `Workspace.open`, `tract/not-found`. */
  open: openTract,
  /** Reads a saved file into memory: a copy of its own, which goes nowhere until it is saved again. Faults: those of `Workspace.load`. */
  load: loadTract,
} as const

/** How to ask: model and settings. `LLMConfig.from` reads settings written for any framework. */
export type LLMConfig = Config
export const LLMConfig = {
  /** Reads settings written for any framework: `stop`, `max_completion_tokens`, snake_case. Faults: `config/bad-value`. */
  from: configFrom,
} as const

export { Fault, toReport } from './model/fault.ts'
export type { FaultCode, FaultData, FaultKind, FaultReport } from './model/fault.ts'
export type * from './model/author.ts'
export type { Autonomy, Risk } from './model/autonomy.ts'
export type * from './model/budget.ts'
export type * from './model/cleanUp.ts'
export type * from './model/commit.ts'
export type { ConfigLevel, ConfigLevels, Encoding, LLMTask, OperationConfigs, ResolvedConfig, TokenBudget, TractConfig } from './model/config.ts'
export type * from './model/content.ts'
export { customContentType } from './model/customTypes.ts'
export type { CustomContentType } from './model/customTypes.ts'
export type * from './model/compress.ts'
export type * from './model/context.ts'
export type * from './model/diff.ts'
export type * from './model/effect.ts'
export type * from './model/events.ts'
export type * from './model/fsck.ts'
export type { BlobHash, CommitHash, ConflictId, ContextHash, Cursor, EpochMs, LLMCallId, MergeId, MessageId, OperationId, Page, PageOptions, PartialId, ProposalId, Ref, RunId, TractId, WorkspaceId } from './model/ids.ts'
export type * from './model/json.ts'
export type * from './model/merge.ts'
export type * from './model/operation.ts'
export type * from './model/orchestrator.ts'
export type * from './model/policy.ts'
export type * from './model/ports.ts'
export type * from './model/price.ts'
export type * from './model/proposal.ts'
export type * from './model/refs.ts'
export type * from './model/reply.ts'
export type * from './model/search.ts'
export type * from './model/tools.ts'
export type * from './model/tractSummary.ts'
export type * from './model/usage.ts'

export type { BranchOptions, ListBranchesOptions } from './history/refs/branches.ts'
export type { LogOptions } from './history/log.ts'
export type { TranscriptOptions } from './history/status.ts'
export type { PickOptions } from './history/merge/cherryPick.ts'
export type { AnswerOptions, MergeOptions } from './history/merge/merge.ts'
export type { RebaseOptions } from './history/merge/rebase.ts'
export type { SearchOptions } from './history/search/search.ts'
export type { NewTract } from './history/tractVerbs.ts'
export type { ReplayReport } from './journal/replay.ts'
export type { VerifyReport } from './journal/verify.ts'
export type { WatchOptions } from './journal/watch.ts'
export type { CommitOptions, SpeakOptions } from './tract/messages.ts'
export type { Partials } from './tract/models.ts'

export type { Generated, GenerateOptions } from './llm/chat.ts'
export type * from './llm/client.ts'
export type { OperationClients } from './llm/clients.ts'
export type { LastCallOptions } from './llm/lastCall.ts'
export type { AskOptions } from './llm/question.ts'
export type { ReplyStream } from './llm/replyStream.ts'
export type { ModelMergeOptions } from './llm/mergeByModel.ts'
export type { SuggestOptions } from './llm/suggestResolution.ts'
export type { TitleOptions } from './llm/title.ts'
export type { GivenUsage, UsageFilter } from './llm/usage.ts'
export { anthropic } from './llm/providers/anthropic.ts'
export { demo } from './llm/providers/demo.ts'
export { ollama } from './llm/providers/ollama.ts'
export { openai } from './llm/providers/openai.ts'
export { scripted } from './llm/providers/scripted.ts'
export { promptOf } from './context/prompt.ts'

export { profiles } from './capabilities/profiles.ts'
export type { AsToolsOptions } from './capabilities/toolForms.ts'
export { ToolExecutor } from './toolExecutor.ts'
export type { ToolExecutorOptions } from './toolExecutor.ts'
export { archivePolicy } from './policies/archivePolicy.ts'
export type { ArchivePolicyOptions } from './policies/archivePolicy.ts'
export { branchPolicy } from './policies/branchPolicy.ts'
export type { BranchPolicyOptions } from './policies/branchPolicy.ts'
export { compressPolicy } from './policies/compressPolicy.ts'
export type { CompressPolicyOptions } from './policies/compressPolicy.ts'
export { pinPolicy } from './policies/pinPolicy.ts'
export type { PinPolicyOptions } from './policies/pinPolicy.ts'
export type { PolicyOptions } from './policies/configurePolicies.ts'
export type { PolicyTrial } from './policies/tryPolicy.ts'
export type { Proposals } from './tract/policing.ts'
export { autoApprove, logAndApprove, queueForReview, rejectAll } from './proposals/reviewers.ts'
export { cliPrompt } from './proposals/cliPrompt.ts'
export type { Terminal } from './proposals/cliPrompt.ts'
export { Orchestrator } from './orchestrator.ts'
export type { OrchestratorConfig, RunOptions } from './orchestrator/caretaker.ts'
