import { expect, test } from 'vitest'
import { Workspace } from '../../../core/index.ts'
import type { Ref, Tract } from '../../../core/index.ts'
import { openSample } from '../../../main/sample/openSample.ts'
import { sampleAnswer } from '../../../main/sample/script.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const said = (tract: Tract): string => sampleAnswer(tract.compile()) ?? ''

test('the sample has two branches, a bookmark, a summary, and more than its budget holds; undo never goes behind it', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  const { tract } = openSample(workspace)
  const steps = tract.graph().items.filter(({ kind }) => kind === 'append' || kind === 'compress')
  const { budget, messageCount } = tract.status()
  expect([steps.length, tract.listBranches().map(({ name }) => name), tract.listTags().map(({ name }) => name), messageCount, budget?.over, Math.round(budget?.pct ?? 0)]).toEqual([32, ['main', 'cheap'], ['first-answer'], 20, true, 105])
  expect(workspace.fsck('deep').findings).toEqual([])
  const first = tract.compile().hash
  tract.annotate([tract.log({ limit: 1 }).items[0]?.hash as Ref], 'skip')
  expect([tract.undo().kind, tract.undo().kind, tract.compile().hash, tract.operations().items.map(({ verb, undoable }) => [verb, undoable])]).toEqual(['done', 'nothing', first, [['undo', false], ['annotate', true], ['begin', false]]])
})

test('a second sample is a tract of its own', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  expect([openSample(workspace), openSample(workspace), openSample(workspace)].map(({ tract }) => tract.name)).toEqual(['Return-policy bot', 'Return-policy bot 2', 'Return-policy bot 3'])
})

test('the steps of its tasks are what their tasks say', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  const { tract, steps } = openSample(workspace)
  const find = (id: string) => tract.compile().messages.find(({ messageId }) => messageId === id)
  expect([steps.noise.map((id) => find(id)?.contentType), find(steps.wrong)?.content.includes('60 days'), find(steps.rule)?.priority]).toEqual([['tool_result', 'tool_result', 'tool_result'], true, 'normal'])
})

test('the demo model believes what it sees: a correction, a hidden rule and hidden noise change its answer', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  const { tract, steps } = openSample(workspace)
  const before = said(tract)
  tract.edit(steps.wrong, 'Customers can return shoes within 30 days.')
  const corrected = said(tract)
  tract.annotate([...steps.noise, steps.rule], 'skip')
  const curated = said(tract)
  expect([before.includes('60 days'), before.includes('3 tool results'), corrected.includes('30 days'), curated.includes('tool result'), corrected.includes('no date'), curated.includes('Friday')]).toEqual([true, true, true, false, true, true])
})

test('it has words of its own for each thing that is asked, and none for another conversation', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  const { tract } = openSample(workspace)
  const answers = ['What about sale items?', 'I wore them outside.', 'When does it start?', 'Is the label free?', 'Which size?', 'How long?', 'Hello'].map((question) => {
    tract.user(question)
    return said(tract).split('\n')[0]
  })
  const other = workspace.create({ name: 'Other' })
  other.user('How long?')
  expect([new Set(answers).size, sampleAnswer(other.compile())]).toEqual([7, null])
})
