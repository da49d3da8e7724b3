import { expect, test, vi } from 'vitest'
import { firstKeyOf } from '../../../renderer/commands/boundKeys.ts'
import { commands, commandList } from '../../../renderer/commands/registry.ts'
import type { CommandId } from '../../../renderer/commands/registry.ts'
import { situationNow } from '../../../renderer/onboarding/situationNow.ts'
import { hasTip, tipOf } from '../../../renderer/onboarding/tips.ts'
import type { TipId } from '../../../renderer/onboarding/tips.ts'
import { useLayout } from '../../../renderer/state/layout.ts'
import { words } from '../../../renderer/words/words.ts'

vi.hoisted(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) })
})

const withTip = commandList.map(({ id }) => id as CommandId).filter((id) => hasTip(id, firstKeyOf(commands[id])))
const all: readonly TipId[] = [...withTip, 'situation.overBudget', 'situation.oldStep', 'situation.stopped', 'situation.hiddenRun']

test.each(['plain', 'git'] as const)('every tip says something in %s words: a sentence, a key, or both', (wording) => {
  useLayout.setState({ wording })
  const dumb = all.filter((id) => {
    const { words: said, points } = tipOf(id, words(), true)
    return (said === '' && (points === null || firstKeyOf(commands[points.command]) === undefined)) || /undefined|[{}]/.test(said) || (said !== '' && !/^[A-Z].*\.$/.test(said))
  })
  expect([all.length > 40, dumb]).toEqual([true, []])
})

test('the same tip in plain and in git words', () => {
  const saidIn = (wording: 'plain' | 'git') => (useLayout.setState({ wording }), tipOf('step.hide', words(), true))
  expect([saidIn('plain'), saidIn('git')]).toEqual([
    { words: 'What is hidden from the model stays in the chat and in history; “Back to normal” on the same step brings it back.', points: { command: 'step.hide', does: 'does it from a list of steps' } },
    { words: 'What is skipped stays in the chat and in history; “Annotate normal” on the same commit brings it back.', points: { command: 'step.hide', does: 'does it from a list of commits' } },
  ])
})

const nothing = { at: null, budget: null, stoppedHere: false, messages: [] }
test.each([
  ['nothing in particular', { messages: [{ shown: true }, { shown: false }, { shown: true }] }, null],
  ['two hidden steps in a row', { messages: [{ shown: true }, { shown: false }, { shown: false }] }, 'hiddenRun'],
  ['a budget that is just full', { budget: { pct: 100 } }, null],
  ['a budget that is passed, before hidden steps', { budget: { pct: 101 }, messages: [{ shown: false }, { shown: false }] }, 'overBudget'],
  ['a stopped answer, before the budget', { stoppedHere: true, budget: { pct: 200 } }, 'stopped'],
  ['an old step, before all else', { at: 'a1' as never, stoppedHere: true }, 'oldStep'],
] as const)('%s', (_, facts, situation) => {
  expect(situationNow({ ...nothing, ...facts })).toBe(situation)
})
