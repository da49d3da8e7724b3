import { Fault, type Tract } from '../../../core/index.ts'
import { type NaiveMessage, shownIn } from '../naive/context.ts'
import { blobIn, hashIn, nextName, type Scene, write } from '../scene.ts'
import { choose, chooseEarly, type Step } from '../steps.ts'
import { holds } from '../violation.ts'

const priorities = ['pinned', 'skip', 'normal'] as const
/** Long enough that a summary of one message isn't longer. */
const newWords = (scene: Scene): string => `words number ${nextName(scene)}, said at some length`

/** Half of the acts are an agent's. */
export const actor = (tract: Tract, number: number): Tract => (number < 0.5 ? tract : tract.as('helper'))

export function append(scene: Scene, { a, b, c }: Step): void {
  const words = newWords(scene)
  write(scene, (tract) => (a < 0.1 ? actor(tract, b).system(words) : c < 0.5 ? actor(tract, b).user(words) : actor(tract, b).assistant(words)))
}

/** Always the same words by the same person: only its time tells it from the others. */
export function twin(scene: Scene): void {
  const before = scene.history.keys.length
  const { hash } = write(scene, (tract) => tract.user('the same words'))
  holds('P5', scene.history.keys.length === before + 1, () => `the twin ${hash} is no commit of its own`)
}

/** To new words, to words that others use too, or back to the first ones: reverts and equal edits are where merges break. */
export function edit(scene: Scene, { a, b, c }: Step): void {
  const message = someMessage(scene, a, b < 0.7)
  if (!message) return
  const goesBack = c < 0.25
  if (goesBack && message.text.value === message.first.text) editTo(scene, message, c, newWords(scene))
  editTo(scene, message, c, goesBack ? blobIn(scene, message.first.text).text : c < 0.35 ? 'the same words, said at some length' : newWords(scene))
}

function editTo(scene: Scene, { id }: NaiveMessage, number: number, text: string): void {
  write(scene, (tract) => actor(tract, number).edit(hashIn(scene, id), text))
  const now = scene.history.context(scene.view.tip).byId.get(id)
  holds('P1', now !== undefined && blobIn(scene, now.text.value).text === text, () => 'the edit is not what was asked for')
}

export function annotate(scene: Scene, { a, b, c }: Step): void {
  const message = someMessage(scene, a, c < 0.8)
  const priority = choose(priorities, b)
  if (!message || !priority) return
  const reason = c < 0.4 ? { reason: `reason ${nextName(scene)}` } : {}
  write(scene, (tract) => actor(tract, c).annotate(hashIn(scene, message.id), priority, reason))
  holds('P1', scene.history.context(scene.view.tip).byId.get(message.id)?.priority.value === priority, () => 'the priority is not what was asked for')
}

/** Three messages as one operation; a part of it fails and is caught. */
export function batch(scene: Scene, { a }: Step): void {
  write(scene, (tract) => tract.batch(() => {
    tract.user(newWords(scene))
    if (a < 0.5) failInside(tract)
    tract.assistant(newWords(scene))
  }))
}

function failInside(tract: Tract): void {
  try {
    tract.batch(() => {
      tract.user('taken back')
      tract.edit('nowhere', 'x')
    })
  } catch (error) {
    if (!Fault.is(error)) throw error
  }
}

function someMessage({ history, view }: Scene, number: number, onlyShown: boolean): NaiveMessage | undefined {
  const context = history.context(view.tip)
  return chooseEarly(onlyShown ? shownIn(context) : context.messages, number)
}
