import type { Priority } from '../../core/model/content.ts'
import type { CommitHash, MessageId } from '../../core/model/ids.ts'
import { assertNever } from '../state/assertNever.ts'
import { counted } from '../words/numbers.ts'
import type { Words } from '../words/words.ts'
import type { DragFacts } from './dragFacts.ts'
import type { Choice, Dragged, DraggedStep, Meaning, Target } from './dragged.ts'
import { branchesWith, holdsMessage, stepAtEnd } from './onBranch.ts'

/** What dropping something somewhere would mean, or why it can't be done; null where nothing is meant to be dropped. */
export function meaningOf(dragged: Dragged, target: Target, facts: DragFacts, words: Words): Meaning | null {
  const meaning = meant(dragged, target, facts, words)
  return facts.isLooking && writes(meaning) ? no('you are looking at an old step; return first') : meaning
}

function writes(meaning: Meaning | null): boolean {
  if (meaning?.kind === 'ask') return true
  return meaning?.kind === 'do' && (meaning.intent.kind === 'join' || meaning.intent.kind === 'annotate' || meaning.intent.kind === 'restore')
}

function meant(dragged: Dragged, target: Target, facts: DragFacts, words: Words): Meaning | null {
  switch (dragged.kind) {
    case 'steps':
      return ofSteps(dragged.steps, target, facts, words)
    case 'branch':
      return ofBranch(dragged.name, target, facts, words)
    case 'here':
      return target.kind === 'step' ? goTo(target.commit, facts) : null
    default:
      return assertNever(dragged)
  }
}

function ofSteps(steps: readonly DraggedStep[], target: Target, facts: DragFacts, words: Words): Meaning | null {
  switch (target.kind) {
    case 'branch':
      return target.tract !== null && target.tract !== facts.tract ? no('That is another tract') : copyTo(steps, target.name, facts, words)
    case 'step':
      return ontoStep(steps, target.commit, facts, words)
    case 'zone':
      return annotate(steps, target.priority, facts, words)
    case 'composer':
      return quote(steps, facts, words)
    case 'open':
      return restore(steps, facts, words)
    case 'compare':
      return compareSteps(steps, facts, words)
    default:
      return assertNever(target)
  }
}

function copyTo(steps: readonly DraggedStep[], branch: string, facts: DragFacts, words: Words): Meaning {
  const missing = steps.filter(({ messageId }) => !holdsMessage(facts, branch, messageId))
  if (missing.length === 0) return no('already on this branch')
  return { kind: 'do', intent: pickInto(branch, missing, facts), words: `${countOf(missing, words)} to ${branch}`, tokens: missing.reduce((sum, { tokens }) => sum + tokens, 0) }
}

function pickInto(branch: string, steps: readonly DraggedStep[], facts: DragFacts): Choice['intent'] {
  const asShownHere = branch !== facts.branch && steps.every(({ messageId }) => holdsMessage(facts, facts.branch, messageId))
  return { kind: 'join', branch, act: { kind: 'pick', refs: [...idsOf(steps)], ...(asShownHere && { from: facts.branch }) } }
}

function ontoStep(steps: readonly DraggedStep[], commit: CommitHash, facts: DragFacts, words: Words): Meaning | null {
  const row = facts.rows.find(({ hash }) => hash === commit)
  const message = row?.messageId ?? null
  if (message === null || steps.some(({ messageId }) => messageId === message)) return null
  const into = branchesWith(facts, commit).find((name) => steps.some(({ messageId }) => !holdsMessage(facts, name, messageId)))
  if (into === undefined) return no('already on this branch')
  const missing = steps.filter(({ messageId }) => !holdsMessage(facts, into, messageId))
  const [first, ...more] = steps
  return {
    kind: 'ask',
    words: `${countOf(steps, words)} onto a ${words.step} of ${into}…`,
    choices: [
      { intent: pickInto(into, missing, facts), words: `Copy to the end of ${into}…`, off: null },
      { intent: { kind: 'compareSteps', from: first?.messageId ?? message, to: message }, words: 'Compare the two', off: more.length > 0 ? `Two ${words.steps} only` : null },
      { intent: { kind: 'choose', messages: [...idsOf(steps), message] }, words: 'Choose them together', off: null },
    ],
  }
}

/** A summary taken out of its lane leaves it there and shows what it stands for somewhere else. */
function restore([summary, ...more]: readonly DraggedStep[], { branch, summaries }: DragFacts, words: Words): Meaning | null {
  const count = summary === undefined || more.length > 0 ? undefined : summaries.get(summary.messageId)
  if (summary === undefined || count === undefined) return null
  return { kind: 'do', intent: { kind: 'restore', branch, summary: summary.messageId, count }, words: `Show its ${counted(count, words.step, words.steps)} on a new branch`, tokens: null }
}

function quote(steps: readonly DraggedStep[], facts: DragFacts, words: Words): Meaning {
  const here = steps.filter(({ messageId }) => holdsMessage(facts, facts.branch, messageId))
  if (here.length === 0) return no(`not on ${facts.branch}`)
  return { kind: 'do', intent: { kind: 'quote', messages: idsOf(here) }, words: `Quote ${countOf(here, words)}`, tokens: null }
}

const already: Record<Priority, string> = { pinned: 'already kept always', skip: 'already hidden', normal: 'neither kept nor hidden' }

function annotate(steps: readonly DraggedStep[], priority: Priority, facts: DragFacts, words: Words): Meaning {
  const here = steps.filter(({ messageId }) => holdsMessage(facts, facts.branch, messageId))
  if (here.length === 0) return no(`not on ${facts.branch}`)
  const others = here.filter(({ messageId }) => (facts.priorities.get(messageId) ?? 'normal') !== priority)
  if (others.length === 0) return no(already[priority])
  const verb = { pinned: words.pin, skip: words.hide, normal: words.normal }[priority]
  return { kind: 'do', intent: { kind: 'annotate', branch: facts.branch, messages: idsOf(others), priority }, words: `${verb}: ${countOf(others, words)}`, tokens: tokensOf(others, priority, facts) }
}

/** What the context grows or shrinks by. */
function tokensOf(steps: readonly DraggedStep[], priority: Priority, { priorities }: DragFacts): number {
  const isHidden = ({ messageId }: DraggedStep): boolean => priorities.get(messageId) === 'skip'
  return steps.reduce((sum, step) => (isHidden(step) === (priority === 'skip') ? sum : sum + (priority === 'skip' ? -step.tokens : step.tokens)), 0)
}

function compareSteps(steps: readonly DraggedStep[], facts: DragFacts, words: Words): Meaning {
  const [first, second, ...more] = steps
  if (first === undefined || more.length > 0) return no(`two ${words.steps} at most`)
  if (second !== undefined) return { kind: 'do', intent: { kind: 'compareSteps', from: first.messageId, to: second.messageId }, words: `Compare two ${words.steps}`, tokens: null }
  const other = facts.branches.find(({ name }) => name !== facts.branch && holdsMessage(facts, name, first.messageId))?.name
  if (other === undefined || holdsMessage(facts, facts.branch, first.messageId)) return no(`choose two ${words.steps}, or one of another branch`)
  return compare([facts.branch, other])
}

function ofBranch(name: string, target: Target, facts: DragFacts, words: Words): Meaning | null {
  switch (target.kind) {
    case 'branch':
      return target.tract !== null && target.tract !== facts.tract ? no('That is another tract') : branchOnto(name, target.name, facts, words)
    case 'step':
      return moveEnd(name, target.commit, facts, words)
    case 'compare':
      return name === facts.branch ? no('drop another branch here') : compare([facts.branch, name])
    case 'zone':
    case 'composer':
    case 'open':
      return null
    default:
      return assertNever(target)
  }
}

function branchOnto(from: string, into: string, facts: DragFacts, words: Words): Meaning | null {
  if (from === into) return null
  const waits = (branch: string): string | null => (facts.mergeWaits && branch === facts.branch ? words.mergeIntoWaits : null)
  return {
    kind: 'ask',
    words: `${from} onto ${into}…`,
    choices: [
      { intent: { kind: 'join', branch: into, act: { kind: 'merge', from } }, words: `${words.mergeTitle.replace('{from}', from).replace('{into}', into)}…`, off: waits(into) },
      { intent: { kind: 'join', branch: from, act: { kind: 'rebase', onto: into } }, words: `${words.rebaseTitle.replace('{branch}', from).replace('{onto}', into)}…`, off: waits(from) },
      { intent: { kind: 'compareBranches', branches: [into, from] }, words: `Compare ${into} and ${from}`, off: null },
    ],
  }
}

function moveEnd(branch: string, to: CommitHash, facts: DragFacts, words: Words): Meaning | null {
  if (!facts.rows.some(({ hash }) => hash === to)) return null
  if (stepAtEnd(facts, branch) === to) return no(`${branch} ends here already`)
  if (facts.mergeWaits && branch === facts.branch) return no(words.mergeIntoWaits)
  return { kind: 'do', intent: { kind: 'join', branch, act: { kind: 'reset', to } }, words: `End ${branch} here`, tokens: null }
}

function goTo(to: CommitHash, facts: DragFacts): Meaning | null {
  if (!facts.rows.some(({ hash }) => hash === to)) return null
  return stepAtEnd(facts, facts.branch) === to ? no('you are here') : { kind: 'do', intent: { kind: 'go', to }, words: 'Go to this step, looking only', tokens: null }
}

const no = (why: string): Meaning => ({ kind: 'no', why })
const compare = (branches: readonly string[]): Meaning => ({ kind: 'do', intent: { kind: 'compareBranches', branches }, words: `Compare ${branches.join(' and ')}`, tokens: null })
const idsOf = (steps: readonly DraggedStep[]): readonly MessageId[] => steps.map(({ messageId }) => messageId)
const countOf = (steps: readonly DraggedStep[], words: Words): string => counted(steps.length, words.step, words.steps)
