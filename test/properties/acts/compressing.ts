import { type CompressCommit, Fault, type Tract } from '../../../core/index.ts'
import { coversOf, type NaiveMessage, shownIn } from '../naive/context.ts'
import { hashIn, nextName, type Scene, undoOne, write } from '../scene.ts'
import { choose, chooseEarly, type Step } from '../steps.ts'
import { holds, Violation } from '../violation.ts'
import { naiveWords } from '../words.ts'

/** A stretch of what is shown, from one message to another; pinned ones in it make several runs. */
export function compressRange(scene: Scene, { a, b, c }: Step): void {
  const shown = shownIn(scene.history.context(scene.view.tip))
  const start = chooseEarly(shown, a)
  const from = start ? shown.indexOf(start) : 0
  const taken = shown.slice(from, from + 2 + Math.floor(b * 5))
  const [first, last] = [taken[0], taken.at(-1)]
  if (!first || !last) return
  const spared = c < 0.2 ? choose(taken, c * 5) : undefined
  const preserve = spared ? { preserve: [hashIn(scene, spared.id)] } : {}
  compressChecked(scene, taken.filter((message) => message !== spared), { from: hashIn(scene, first.id), to: hashIn(scene, last.id), ...preserve }, c > 0.9)
}

/** Chosen messages with others between them. */
export function compressSome(scene: Scene, { a, b }: Step): void {
  const shown = shownIn(scene.history.context(scene.view.tip))
  const mask = Math.floor(b * 64)
  const taken = shown.filter((_, i) => (mask >> ((i + Math.floor(a * 6)) % 6)) & 1)
  if (taken.length > 0) compressChecked(scene, taken, { messages: taken.map(({ id }) => hashIn(scene, id)) }, false)
}

/** The first three messages said, or the summaries that stand for them. */
export function wrapThree(scene: Scene, { a, b, c }: Step): void {
  const context = scene.history.context(scene.view.tip)
  const three = new Set(context.messages.filter(({ isSummary, first }) => !isSummary && first.priority === 'normal').slice(0, 3).map(({ id }) => id))
  const isOfThem = ({ id, replaces }: NaiveMessage): boolean => three.has(id) || [...replaces].some((one) => three.has(one))
  const shown = shownIn(context).filter(isOfThem)
  const from = Math.floor(a * 2)
  const taken = shown.slice(from, from + 1 + Math.floor(b * 3))
  if (taken.length > 0) compressChecked(scene, taken, { messages: taken.map(({ id }) => hashIn(scene, id)) }, c < 0.1)
}

type Range = { readonly from: string; readonly to: string; readonly preserve?: readonly string[] } | { readonly messages: readonly string[] }

/** P2: each run becomes one summary in the place of its first message, and expanding them gives back what was there. */
function compressChecked(scene: Scene, taken: readonly NaiveMessage[], range: Range, commonWords: boolean): void {
  const before = scene.view.tip
  const runs = runsOf(scene, taken)
  const content = runs.map(() => (commonWords ? 'in short' : `in short ${nextName(scene)}`))
  const result = write(scene, (tract) => tract.compress({ ...range, content: content.length === 0 ? ['in short'] : content }))
  holds('P2', (result.kind === 'compressed' ? result.commits.length : 0) === runs.length, () => `${result.kind}, not ${runs.length} runs`)
  if (result.kind !== 'compressed') return
  const written = result.commits.map(({ hash }) => replacedBy(scene, hash)).join('; ')
  holds('P2', written === runs.map((run) => run.map(({ id }) => id).join()).join('; '), () => `it stands for ${written}, not ${runs.map((run) => run.map(({ id }) => id).join()).join('; ')}`)
  const [was, is] = [naiveWords(scene, before), naiveWords(scene, scene.view.tip)]
  holds('P2', is.messages === was.messages - runs.flat().length + runs.length, () => `${was.messages} messages became ${is.messages}`)
  expandAndBack(scene, result.commits, was.shown)
}

function expandAndBack(scene: Scene, summaries: readonly CompressCommit[], was: string): void {
  try {
    write(scene, (tract) => tract.batch(() => { for (const { messageId } of summaries) tract.expand(messageId) }))
  } catch (error) {
    throw Fault.is(error) ? new Violation('P2', `a summary just made can't be expanded: ${error.code}`) : error
  }
  const is = naiveWords(scene, scene.view.tip).shown
  holds('P2', is === was, () => `expanded it shows\n${is}\nnot\n${was}`)
  undoOne(scene)
}

const replacedBy = (scene: Scene, hash: string): string => scene.history.linear(scene.view.tip).find((commit) => commit.hash === hash)?.replaces.join() ?? 'nothing'

/** What can be compressed of `taken`, in stretches without a shown message between. */
function runsOf(scene: Scene, taken: readonly NaiveMessage[]): readonly (readonly NaiveMessage[])[] {
  const runs: NaiveMessage[][] = [[]]
  for (const message of shownIn(scene.history.context(scene.view.tip))) {
    if (taken.includes(message) && message.priority.value === 'normal') runs.at(-1)?.push(message)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}

/** Any summary there is; those that can't be expanded are refused with the reason. */
export function expand(scene: Scene, { a, b }: Step): void {
  const context = scene.history.context(scene.view.tip)
  const summaries = context.messages.filter(({ isSummary }) => isSummary)
  const summary = choose(b < 0.8 ? summaries.filter(({ id, inForce }) => inForce.value && coversOf(context, id).length === 0) : summaries, a)
  if (!summary || scene.view.branch === null) return
  const expected = !summary.inForce.value ? 'expand/already' : coversOf(context, summary.id).length > 0 ? 'expand/inside-another' : 'none'
  const code = codeOf(() => write(scene, (tract: Tract) => tract.expand(hashIn(scene, summary.id))))
  holds('P2', code === expected, () => `expand is answered by ${code}, not ${expected}`)
  if (code !== 'none') return
  const now = scene.history.context(scene.view.tip)
  const kept = [...summary.replaces].filter((id) => now.byId.get(id)?.inForce.value && now.byId.get(id)?.priority.value === 'normal' && coversOf(now, id).length === 0)
  const shown = new Set(shownIn(now).map(({ id }) => id))
  holds('P2', kept.every((id) => shown.has(id)), () => 'what the summary stood for is still hidden')
}

/** The code of the fault; `none` without one. */
export function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (Fault.is(error)) return error.code
    throw error
  }
  return 'none'
}
