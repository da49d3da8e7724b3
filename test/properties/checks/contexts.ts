import { shownTwice } from '../naive/twice.ts'
import { branchesIn, contextsIn, hashIn, type Scene } from '../scene.ts'
import { holds } from '../violation.ts'
import { type ContextWords, naiveWords, wordsOf } from '../words.ts'

/** P1, P5, P9, P10, DOUBLE at every commit that is new, and at the tips. */
export function checkNews(scene: Scene, since: number): void {
  for (const key of scene.history.keys.slice(since)) checkCommit(scene, key)
  checkHead(scene)
}

function checkCommit(scene: Scene, key: number): void {
  const { history, tract } = scene
  const expected = naiveWords(scene, key)
  checkWords(wordsOf(tract.compile({ at: hashIn(scene, key) })), expected, `at ${key}`)
  scene.seen.set(key, expected.shown)
  const context = history.context(key)
  const { depth, messages, contextMessages, contextTokens } = history.get(key).claims
  const claims = [depth, messages, contextMessages, contextTokens].join()
  const counted = [history.linear(key).length, context.messages.length, expected.messages, expected.tokens].join()
  holds('P1', claims === counted, () => `commit ${key} says ${claims} (depth, messages, shown, tokens); counted ${counted}`)
  const twice = scene.tips.has(key) ? shownTwice(history, context) : []
  holds('DOUBLE', twice.length === 0, () => `${twice.join()} shown beside a summary that stands for it, at ${key}`)
  const lost = history.linear(key).filter(({ kind, change }) => (kind === 'append' || kind === 'compress') && !context.byId.has(change))
  holds('P10', lost.length === 0, () => `${lost.map((commit) => commit.key).join()} neither shown nor hidden at ${key}`)
}

/** What HEAD gives without a reference, and its totals. */
function checkHead(scene: Scene): void {
  const { tract, view } = scene
  const expected = naiveWords(scene, view.tip)
  const status = tract.status()
  const told = [status.head.commit, status.commitCount, status.messageCount, status.tokenCount].join()
  const counted = [view.tip === null ? null : hashIn(scene, view.tip), scene.history.linear(view.tip).length, expected.messages, expected.tokens].join()
  holds('P1', told === counted, () => `status says ${told}, counted ${counted}`)
  const context = tract.compile()
  holds('P1', context.tokenCount === expected.tokens && context.head === status.head.commit, () => `compile gives ${context.tokenCount} tokens at ${context.head}`)
}

function checkWords(actual: ContextWords, expected: ContextWords, where: string): void {
  holds('P1', actual.shown === expected.shown, () => `${where} the context is\n${actual.shown}\nnot\n${expected.shown}`)
  holds('P10', actual.why === expected.why, () => `${where} it is shown because\n${actual.why}\nnot\n${expected.why}`)
  holds('P10', actual.hidden === expected.hidden, () => `${where} hidden is\n${actual.hidden}\nnot\n${expected.hidden}`)
  holds('P1', actual.tokens === expected.tokens && actual.messages === expected.messages, () => `${where} ${actual.messages} messages with ${actual.tokens} tokens, not ${expected.messages} with ${expected.tokens}`)
}

/** P9: what was ever compiled is compiled again the same, warm, and cold. */
export function checkPast(scene: Scene): void {
  for (const { name, tip } of branchesIn(scene)) checkWords(wordsOf(scene.tract.on(name).compile()), naiveWords(scene, tip), `at the tip of ${name}`)
  contextsIn(scene).states.forget()
  for (const [key, shown] of [...scene.seen].reverse()) {
    const again = wordsOf(scene.tract.compile({ at: hashIn(scene, key) }))
    holds('P9', again.shown === shown, () => `the context at ${key} was\n${shown}\nnow it is\n${again.shown}`)
  }
}
