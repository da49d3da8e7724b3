import { Fault, type PickResult } from '../../../core/index.ts'
import { coversOf, type NaiveContext, shownIn } from '../naive/context.ts'
import type { NaiveCommit } from '../naive/rows.ts'
import { hashIn, otherBranch, type Scene, tell, write } from '../scene.ts'
import { choose, type Step } from '../steps.ts'
import { holds } from '../violation.ts'

/** A commit of another branch, mostly one that this one hasn't. */
export function pick(scene: Scene, { a, b, c }: Step): void {
  pickFrom(scene, a, (commits) => {
    const news = commits.filter(({ key }) => !scene.history.reached(scene.view.tip).has(key))
    const changes = news.filter(({ kind }) => kind !== 'append')
    return choose(c < 0.2 ? commits : c < 0.6 && changes.length > 0 ? changes : news, b)
  })
}

export function pickSummary(scene: Scene, { a, b }: Step): void {
  pickFrom(scene, a, (commits) => {
    const summaries = commits.filter(({ kind }) => kind === 'compress')
    const missing = summaries.filter(({ change }) => !scene.history.context(scene.view.tip).byId.has(change))
    return choose(missing.length > 0 ? missing : summaries, b)
  })
}

function pickFrom(scene: Scene, number: number, pickOne: (commits: readonly NaiveCommit[]) => NaiveCommit | undefined): void {
  const source = otherBranch(scene, number)
  const commit = source && pickOne(scene.history.linear(source.tip))
  if (!source || !commit || scene.view.branch === null) return
  const before = scene.history.context(scene.view.tip)
  const expected = answerTo(before, commit)
  const answer = answerOf(() => write(scene, (tract) => tract.cherryPick(hashIn(scene, commit.key), { from: source.name })))
  holds('P5', expected.includes(answer), () => `picking ${commit.kind} ${commit.key} is answered by ${answer}, not ${expected.join(' or ')}`)
  tell(scene, `picked ${commit.kind} ${answer}`)
  if (answer === 'picked') checkPicked(scene, before, scene.history.context(source.tip), commit)
}

/** What may be answered; `pick/in-summary` and the refusals of `expand` belong to what is here. */
function answerTo(here: NaiveContext, { kind, change, target, replaces }: NaiveCommit): readonly string[] {
  if (kind === 'merge' || kind === 'resolve') return ['pick/merge']
  if (kind === 'append' || kind === 'compress') {
    if (here.byId.has(change)) return ['pick/already-here']
    if (coversOf(here, change).length > 0) return ['pick/in-summary']
    return replaces.some((id) => isInTheWay(here, id)) ? ['overlap'] : kind === 'compress' ? ['picked', 'overlap'] : ['picked']
  }
  const message = here.byId.get(target ?? 0)
  if (!message) return ['targetMissing']
  if (kind !== 'expand') return ['picked']
  if (!message.inForce.value) return ['expand/already']
  return coversOf(here, message.id).length > 0 ? ['expand/inside-another'] : ['picked']
}

function isInTheWay(here: NaiveContext, id: number): boolean {
  const message = here.byId.get(id)
  return message !== undefined && (!message.inForce.value || message.priority.value === 'skip' || coversOf(here, id).length > 0)
}

/** P5: one message more, reading as it does where it comes from; nothing else has changed but what it covers. */
function checkPicked(scene: Scene, before: NaiveContext, there: NaiveContext, { kind, change, target, blob, priority }: NaiveCommit): void {
  const now = scene.history.context(scene.view.tip)
  const others = [...before.byId.values()].filter((message) => message.id !== target)
  const changed = others.filter(({ id, text, priority: was, inForce }) => {
    const is = now.byId.get(id)
    return is?.text.value !== text.value || is.priority.value !== was.value || is.inForce.value !== inForce.value
  })
  holds('P5', changed.length === 0, () => `picking ${kind} changed ${changed.map(({ id }) => id).join()}`)
  if (kind === 'edit') holds('P5', now.byId.get(target ?? 0)?.text.value === blob, () => 'the picked edit has no effect')
  if (kind === 'annotate') holds('P5', now.byId.get(target ?? 0)?.priority.value === priority, () => 'the picked priority has no effect')
  if (kind === 'expand') holds('P5', now.byId.get(target ?? 0)?.inForce.value === false, () => 'the picked expansion has no effect')
  if (kind !== 'append' && kind !== 'compress') return
  const message = now.byId.get(change)
  holds('P5', message?.text.value === there.byId.get(change)?.text.value, () => `picked it reads otherwise than where it comes from: ${message?.text.value}`)
  const [was, is] = [shownIn(before).length, shownIn(now)]
  holds('P5', is.some(({ id }) => id === change), () => `the picked ${kind} is not shown`)
  if (kind === 'append') holds('P5', is.length === was + 1, () => `${was} messages became ${is.length}`)
}

/** How a pick was answered, in one word. */
function answerOf(act: () => PickResult): string {
  try {
    const result = act()
    return result.kind === 'picked' ? 'picked' : (result.issues[0]?.kind ?? 'no issue')
  } catch (error) {
    if (Fault.is(error)) return error.code
    throw error
  }
}
