import { type Gate, invoke } from './capabilities/invoke.ts'
import { profileOf } from './capabilities/profiles.ts'
import { proposingGate } from './capabilities/proposingGate.ts'
import { offeredTools } from './capabilities/toolForms.ts'
import type { TractHandle } from './journal/openWorkspace.ts'
import { type Autonomy, autonomies } from './model/autonomy.ts'
import { checkChoice, checkOptions } from './model/given.ts'
import type { OfferedTool, ProfileName, ToolProfile, ToolResult } from './model/tools.ts'
import type { Reviewer } from './model/proposal.ts'
import { queueForReview } from './proposals/reviewers.ts'
import { handleOf } from './tract/handle.ts'
import type { Tract } from './tract.ts'

export type ToolExecutorOptions = {
  /** Default `self`. */
  readonly profile?: ProfileName | ToolProfile
  /** Default `autonomous`: the profile is the limit. Irreversible acts are never offered. The tract's own autonomy counts too, and the lower one wins. */
  readonly autonomy?: Autonomy
  /** Decides what may not run by itself. Default `queueForReview`: it waits in `tract.proposals`. */
  readonly onProposal?: Reviewer
}

/** Runs tool calls within one profile; a tool outside it is refused. Who acts is who the tract is bound to: `new ToolExecutor(tract.as('researcher'))`. */
export class ToolExecutor {
  readonly #tract: TractHandle
  readonly #profile: ToolProfile
  readonly #gate: Gate

  /** Both profile and autonomy are fixed here: nothing that a model says changes them. Faults: `tool/unknown`, `input/invalid`. */
  constructor(tract: Tract, options: ToolExecutorOptions = {}) {
    const { profile, autonomy = 'autonomous', onProposal = queueForReview } = checkOptions(options, 'options: give them as { profile: … }')
    checkChoice('autonomy', autonomy, autonomies)
    this.#tract = handleOf(tract)
    this.#profile = profileOf(profile)
    const owner = this.#tract
    this.#gate = proposingGate(() => owner, { ceiling: () => autonomy, reviewer: onProposal, owner, reasoning: () => '' })
  }

  /**
   * Lists the tools of the profile, as `chat` and `generate` take them.
   * @example
   * new ToolExecutor(tract, { profile: 'observer' }).listTools().every(({ risk }) => risk === 'read') // → true
   */
  listTools(): readonly OfferedTool[] { return offeredTools(this.#profile) }
  /**
   * Runs one call and gives its one result; its `content` is the message to commit after it. Never throws for what a model did: a result says it, with the codes `tool/unknown`, `tool/not-in-profile`, `tool/bad-arguments`, `tool/not-allowed`, and those of the verb.
   * @example
   * const tools = new ToolExecutor(tract.as('assistant'), { profile: 'self' })
   * const done = await tools.execute({ id: 'c1', name: 'annotate', arguments: { targets: [question.hash], priority: 'pinned' } })
   * [done.status, done.text] // → ['ok', 'Pinned 1 message.']
   * const cut = await tools.execute({ id: 'c2', name: 'annotate', arguments: '{"targets": ["HE' })
   * cut.status === 'error' && cut.fault.code // → 'tool/bad-arguments'
   */
  execute(call: { readonly id: string; readonly name: string; readonly arguments: unknown }, { signal = new AbortController().signal }: { readonly signal?: AbortSignal } = {}): Promise<ToolResult> {
    return invoke(this.#tract, call, { profile: this.#profile, gate: this.#gate, signal })
  }
}
