import { expect, test } from 'vitest'
import { scripted, Tract } from '../../../core/index.ts'
import { ownSteps } from '../../../main/joinViews.ts'
import { fatesOf } from '../../../renderer/joins/replayed.ts'

/** On `side` a model answered a question, and the question was corrected. */
async function answered(): Promise<{ readonly tract: Tract; readonly question: string }> {
  const tract = Tract.open()
  tract.user('First')
  tract.branch('side')
  const { hash } = tract.user('And boots?')
  tract.configureClients({ default: scripted(['Boots too.']) })
  await tract.generate()
  tract.edit(hash, 'And boots of leather?')
  tract.on('main').user('On main')
  return { tract, question: hash }
}

test('an answer whose question is left behind is told so, and a correction goes with its message', async () => {
  const { tract, question } = await answered()
  const { newest } = ownSteps(tract, 'main')
  const fates = (drop: readonly string[]) => fatesOf(newest, drop, tract.dryRun(() => tract.rebase('main', { drop })).effect)
  expect([newest.map(({ kind, preview }) => [kind, preview]), fates([]), fates([question])]).toEqual([
    [['append', 'And boots?'], ['append', 'Boots too.'], ['edit', 'And boots of leather?']],
    ['kept', 'kept', 'kept'],
    ['left', 'noQuestion', 'leftWith'],
  ])
})
