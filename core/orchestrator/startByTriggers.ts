import { status } from '../history/status.ts'
import type { Done, TractHandle } from '../journal/openWorkspace.ts'
import { isWalk } from '../journal/progress.ts'
import type { StartedBy, TriggerConfig } from '../model/orchestrator.ts'
import { attachedTo } from '../policies/attached.ts'
import { afterOperation, afterStart, type Armed, armed, mayStart } from './triggers.ts'

/** Under which `settled` waits for it; no policy is called so. */
const own = ' orchestrator'

/** Starts runs when their triggers say so, after operations of people and agents and by the clock; until it is disposed. */
export function startByTriggers(tract: TractHandle, config: TriggerConfig, run: (startedBy: StartedBy) => Promise<unknown>, isFree: () => boolean): Disposable {
  const { file } = tract
  const { clock } = file.ports
  using attaching = new DisposableStack()
  let now: Armed = armed

  function start(startedBy: StartedBy): void {
    const at = clock.now()
    if (!isFree() || !mayStart(now, at)) return
    now = afterStart(now, at)
    const { running } = attachedTo(tract)
    // Not within the act that set it off: that one has yet to answer whoever made it.
    running.set(own, Promise.resolve().then(() => (isFree() ? run(startedBy) : undefined)).catch((error: unknown) => file.ports.log('warn', 'a run could not be started', { startedBy, found: String(error) })).then(() => void running.delete(own)))
  }

  const listen = (by: TractHandle, done: Done): void => {
    if (by.key !== tract.key || !isOfPeople(by, done)) return
    const budget = config.onTokenThreshold === undefined ? null : status(tract).budget
    const { after, starts } = afterOperation(now, { commits: done.facts.filter((type) => type === 'commit_created').length, wasSent: done.facts.includes('usage_recorded'), share: budget === null ? null : budget.pct / 100 }, config)
    now = after
    if (starts !== null) start(starts)
  }
  if (config.onCommitCount !== undefined || config.onTokenThreshold !== undefined || config.onCompile === true) {
    file.acted.add(listen)
    attaching.defer(() => file.acted.delete(listen))
  }

  let timer: Disposable | null = null
  const tick = (everyMs: number): void => {
    timer = clock.after(everyMs, () => {
      start('schedule')
      tick(everyMs)
    })
  }
  if (config.onScheduleMs !== undefined) tick(config.onScheduleMs)
  attaching.defer(() => timer?.[Symbol.dispose]())
  const leave = (): void => timer?.[Symbol.dispose]()
  file.closing.add(leave)
  attaching.defer(() => file.closing.delete(leave))
  return attaching.move()
}

/** Runs start no runs, nor do policies; what was undone is a person's last word. */
const isOfPeople = ({ author }: TractHandle, { act }: Done): boolean => author.kind !== 'orchestrator' && author.kind !== 'policy' && act.of === undefined && !isWalk(act) && act.verb !== 'configure'
