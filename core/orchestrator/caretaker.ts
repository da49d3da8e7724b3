import { headOf } from '../history/refs/position.ts'
import { proposingGate } from '../capabilities/proposingGate.ts'
import { profileOf } from '../capabilities/profiles.ts'
import { toolbox } from '../capabilities/toolbox.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { routeFor } from '../llm/clients.ts'
import { type Autonomy, autonomies } from '../model/autonomy.ts'
import type { LLMConfig } from '../model/config.ts'
import { Fault } from '../model/fault.ts'
import { checkChoice, checkOptions, checkTextGiven } from '../model/given.ts'
import { asRunId, type RunId } from '../model/ids.ts'
import type { OrchestratorState, RunLimits, RunOutcome, RunResult, RunStep, StartedBy, TriggerConfig } from '../model/orchestrator.ts'
import type { Reviewer } from '../model/proposal.ts'
import type { ProfileName, ToolProfile } from '../model/tools.ts'
import { leastOf } from '../model/verdict.ts'
import { attachedTo } from '../policies/attached.ts'
import { holdPolicies } from '../policies/look.ts'
import { queueForReview } from '../proposals/reviewers.ts'
import { limitsOf } from './guards.ts'
import { orchestratorInstructions } from './instructions.ts'
import { runLoop } from './loop.ts'
import { noteFinished, noteStarted } from './runNotes.ts'
import { getRun, listRuns } from './runs.ts'
import { startByTriggers } from './startByTriggers.ts'
import { checkTriggers } from './triggers.ts'

export type OrchestratorConfig = {
  /** The most it may do by itself. Default `collaborative`; the tract's own autonomy counts too, and the lower one wins. */
  readonly autonomyCeiling?: Autonomy
  /** Default `self`. */
  readonly profile?: ProfileName | ToolProfile
  readonly triggers?: TriggerConfig
  readonly limits?: RunLimits
  /** Replaces the built-in instructions. What it may do doesn't depend on them. */
  readonly systemPrompt?: string
  /** What the work is about, in a sentence or two. */
  readonly taskContext?: string
  readonly llmConfig?: LLMConfig
  /** Decides what may not run by itself. Default `queueForReview`. */
  readonly onProposal?: Reviewer
  readonly onStep?: (step: RunStep) => void
}
export type RunOptions = { readonly task?: string; readonly signal?: AbortSignal }

/** One tract's orchestrator while its file is open. */
export type Caretaker = Disposable & {
  readonly state: OrchestratorState
  run(options?: RunOptions): Promise<RunResult>
  resume(options?: Pick<RunOptions, 'signal'>): Promise<RunResult>
  pause(): void
  stop(): void
  setCeiling(autonomy: Autonomy): void
}

type Begun = { readonly id: RunId; readonly task: string | null; readonly ceiling: Autonomy; readonly earlier: number; readonly signal: AbortSignal | undefined }

/** Attaches an orchestrator to a tract. Faults: `orchestrator/already-attached`, `tool/unknown`, `input/invalid`. */
export function openCaretaker(owner: TractHandle, config: OrchestratorConfig = {}): Caretaker {
  const { autonomyCeiling = 'collaborative', triggers = {}, onProposal = queueForReview } = checkOptions(config, 'config: give it as { autonomyCeiling: … }')
  checkChoice('autonomyCeiling', autonomyCeiling, autonomies)
  checkTriggers(triggers)
  const profile = profileOf(config.profile)
  const limits = limitsOf(config.limits)
  const { file } = owner
  const attached = attachedTo(owner)
  if (attached.orchestrator !== null) throw new Fault('orchestrator/already-attached', { tract: owner.id })
  const acting: TractHandle = { ...owner, author: { kind: 'orchestrator', id: 'orchestrator' } }
  let ceiling = autonomyCeiling
  let state: OrchestratorState = stateFound(acting)
  let under: { readonly id: RunId; readonly stop: AbortController } | null = null

  async function run(startedBy: StartedBy, { task, signal }: RunOptions = {}, cap: Autonomy = ceiling): Promise<RunResult> {
    checkIdle()
    if (task !== undefined) checkTextGiven('task', task)
    routeFor(acting, 'orchestrate', config.llmConfig)
    const id = asRunId(`run_${file.ports.ids.next()}`)
    const least = leastOf(ceiling, cap)
    noteStarted(acting, { run: id, startedBy, ceiling: least, profile: profile.name }, task ?? null)
    return carriedOut({ id, task: task ?? null, ceiling: least, earlier: 0, signal })
  }

  async function resume({ signal }: Pick<RunOptions, 'signal'> = {}): Promise<RunResult> {
    checkIdle()
    const paused = state === 'paused' ? listRuns(acting, { limit: 1 }).items[0] : undefined
    if (!paused) throw new Fault('orchestrator/not-paused', { state })
    routeFor(acting, 'orchestrate', config.llmConfig)
    return carriedOut({ id: paused.runId, task: paused.task, ceiling: leastOf(ceiling, paused.ceiling), earlier: paused.steps.length, signal })
  }

  async function carriedOut({ id, task, ceiling: cap, earlier, signal }: Begun): Promise<RunResult> {
    const stop = new AbortController()
    using held = new DisposableStack()
    held.use(holdPolicies(owner, toolbox))
    let isLate = false
    held.use(file.ports.clock.after(limits.maxMs, () => {
      isLate = true
      stop.abort()
    }))
    // A file that closes can't be told anything later.
    let told: RunResult | null = null
    const end = (outcome: RunOutcome): RunResult => {
      if (told !== null) return told
      noteFinished(acting, id, outcome)
      return (told = getRun(acting, id))
    }
    const leave = (): void => {
      stop.abort()
      end({ kind: 'stopped' })
    }
    file.closing.add(leave)
    held.defer(() => file.closing.delete(leave))
    under = { id, stop }
    state = 'running'
    try {
      const head = headOf(file.db.read, owner)
      const outcome = await runLoop({ ...acting, branch: head.kind === 'attached' ? head.branch : null }, {
        id, task, profile, limits, earlier, instructions: config.systemPrompt ?? orchestratorInstructions, context: config.taskContext ?? null, llmConfig: config.llmConfig ?? {},
        gateOf: (tract, reasoning) => proposingGate(tract, { ceiling: () => leastOf(ceiling, cap), reviewer: onProposal, owner, reasoning }),
        signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal,
        isPausing: () => state === 'pausing',
        onStep: (step) => tellStep(owner, config.onStep, step),
      })
      return end(isLate && outcome.kind === 'stopped' ? { kind: 'limit', limit: 'maxMs' } : outcome)
    } finally {
      under = null
      state = stateAfter(told)
    }
  }

  function checkIdle(): void {
    if (under) throw new Fault('orchestrator/running', { runId: under.id })
  }

  const triggering = startByTriggers(owner, triggers, (startedBy) => run(startedBy), () => under === null && state !== 'paused')
  attached.orchestrator = async (task, { autonomy }) => void (await run('policy', { task }, autonomy))

  return {
    get state() { return state },
    run: (options) => run('call', options),
    resume,
    pause: () => { if (state === 'running') state = 'pausing' },
    stop: () => under?.stop.abort(),
    setCeiling: (autonomy) => {
      checkChoice('autonomy', autonomy, autonomies)
      if (leastOf(autonomy, ceiling) !== autonomy) checkIdle()
      ceiling = autonomy
    },
    [Symbol.dispose]: () => {
      triggering[Symbol.dispose]()
      under?.stop.abort()
      attached.orchestrator = null
    },
  }
}

/** As the file tells: a run that was paused can go on; one that a crash cut off has ended there. */
function stateFound(tract: TractHandle): OrchestratorState {
  const [last] = listRuns(tract, { limit: 1 }).items
  if (last && last.outcome === null) {
    noteFinished(tract, last.runId, { kind: 'stopped' })
    return 'stopped'
  }
  return stateAfter(last ?? null)
}

function stateAfter(run: RunResult | null): OrchestratorState {
  const kind = run?.outcome?.kind
  return kind === 'paused' || kind === 'stopped' ? kind : 'idle'
}

/** Whoever looks on can't end a run by failing. */
function tellStep({ file }: TractHandle, onStep: OrchestratorConfig['onStep'], step: RunStep): void {
  try {
    onStep?.(step)
  } catch (error) {
    file.ports.log('error', 'onStep failed', { found: String(error) })
  }
}
