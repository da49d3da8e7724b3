import type { TractHandle } from './journal/openWorkspace.ts'
import type { Autonomy } from './model/autonomy.ts'
import type { Page, PageOptions } from './model/ids.ts'
import type { Assessment, OrchestratorState, RunResult } from './model/orchestrator.ts'
import { assess } from './orchestrator/assess.ts'
import { type Caretaker, openCaretaker, type OrchestratorConfig, type RunOptions } from './orchestrator/caretaker.ts'
import { listRuns } from './orchestrator/runs.ts'
import { handleOf } from './tract/handle.ts'
import type { Tract } from './tract.ts'

/**
 * Looks after a tract's context: assess, ask the model of the job `orchestrate` with tools, gate each call, tell it the results, until it calls none.
 * One per tract; disposing it detaches its triggers. One run is one group: `tract.revert(result.runId)`.
 */
export class Orchestrator implements Disposable {
  readonly #tract: TractHandle
  readonly #caretaker: Caretaker

  /** Faults: `orchestrator/already-attached`, `tool/unknown`, `input/invalid`. */
  constructor(tract: Tract, config?: OrchestratorConfig) {
    this.#tract = handleOf(tract)
    this.#caretaker = openCaretaker(this.#tract, config)
  }

  get state(): OrchestratorState { return this.#caretaker.state }
  /**
   * Tells what the model will be told: token pressure, recent commits, branches, pins; no text of a message.
   * @example
   * using orchestrator = new Orchestrator(tract)
   * orchestrator.assess().text.includes('60 days') // → true
   * orchestrator.assess().pinned.length // → 1
   */
  assess(): Assessment { return assess(this.#tract) }
  /**
   * Starts a run. It ends when the model is done, a limit is reached, or you pause or stop it; what may not run by itself goes to `onProposal`.
   * Faults: `llm/no-client`, `llm/no-model`, `orchestrator/running`, `input/invalid`.
   * @example
   * tract.configureClients({ orchestrate: demo() })
   * using orchestrator = new Orchestrator(tract)
   * const run = await orchestrator.run({ task: 'Keep the context small.' })
   * run.outcome?.kind // → 'done'
   * run.steps[0]?.calls[0]?.call.name // → 'read_messages'
   */
  run(options?: RunOptions): Promise<RunResult> { return this.#caretaker.run(options) }
  /**
   * Finishes the step under way; the run then ends as `paused`, and `resume` goes on with it.
   * @example
   * using orchestrator = new Orchestrator(tract)
   * orchestrator.pause() // nothing is running
   * orchestrator.state // → 'idle'
   */
  pause(): void { this.#caretaker.pause() }
  /**
   * Assesses again and goes on with the run that was paused last, before a restart too.
   * Faults: `orchestrator/not-paused`, those of `run`.
   * @example
   * using orchestrator = new Orchestrator(tract)
   * await orchestrator.resume() // ✗ 'orchestrator/not-paused'
   */
  resume(options?: Pick<RunOptions, 'signal'>): Promise<RunResult> { return this.#caretaker.resume(options) }
  /**
   * Ends before the next call; a call under way is aborted. What was done stays: `tract.revert(runId)` takes it back.
   * @example
   * tract.configureClients({ orchestrate: demo() })
   * using orchestrator = new Orchestrator(tract)
   * const running = orchestrator.run()
   * orchestrator.stop()
   * const { outcome } = await running
   * outcome?.kind // → 'stopped'
   */
  stop(): void { this.#caretaker.stop() }
  /**
   * Lowers the ceiling at any time; raises it only while nothing runs.
   * Faults: `orchestrator/running`, `input/invalid`.
   * @example
   * using orchestrator = new Orchestrator(tract)
   * orchestrator.setCeiling('manual')
   */
  setCeiling(autonomy: Autonomy): void { this.#caretaker.setCeiling(autonomy) }
  /**
   * Lists the runs of the tract, newest first, with their steps. Default limit 20.
   * Faults: `cursor/bad`.
   * @example
   * using orchestrator = new Orchestrator(tract)
   * orchestrator.runs().items // → []
   */
  runs(options?: PageOptions): Page<RunResult> { return listRuns(this.#tract, options) }
  [Symbol.dispose](): void { this.#caretaker[Symbol.dispose]() }
}
