import { describe, expect, test } from 'vitest'
import { autoApprove, cliPrompt, type Decision, logAndApprove, Orchestrator, queueForReview, rejectAll, type Reviewer, scripted } from '../../../core/index.ts'
import { calling } from '../../helpers/toolAnswers.ts'
import { toolScene } from '../../helpers/toolScene.ts'

/** What becomes of a merge that is put before a reviewer, and what was written. */
async function decided(reviewer: Reviewer): Promise<string> {
  using tract = toolScene()
  tract.configureClients({ orchestrate: scripted([calling(['merge', { branch: 'side' }]), 'Done.']) })
  using orchestrator = new Orchestrator(tract, { onProposal: reviewer })
  const { steps } = await orchestrator.run()
  const result = steps[0]?.calls[0]?.result
  const isMerged = tract.compile().messages.some(({ content }) => content === 'And what about boots?')
  return `${result?.status}${result?.status === 'rejected' ? ` "${result.reason}"` : ''}, ${isMerged ? 'merged' : 'not merged'}, ${tract.proposals.list().length} waiting`
}

async function* lines(...given: readonly string[]): AsyncIterable<string> {
  yield* given
}

test.each<[string, Reviewer, string]>([
  ['autoApprove', autoApprove, 'ok, merged, 0 waiting'],
  ['queueForReview', queueForReview, 'proposed, not merged, 1 waiting'],
  ['rejectAll', rejectAll('code freeze'), 'rejected "code freeze", not merged, 0 waiting'],
  ['one that fails', () => { throw new Error('no network') }, 'error, not merged, 1 waiting'],
  ['one that answers nonsense', () => ({ decision: 'yes' }) as unknown as Decision, 'error, not merged, 1 waiting'],
])('%s', async (_, reviewer, expected) => {
  expect(await decided(reviewer)).toBe(expected)
})

test('logAndApprove tells what it approves, quoted, on one line', async () => {
  const told: string[] = []
  expect([await decided(logAndApprove((line) => told.push(line))), told]).toEqual(['ok, merged, 0 waiting', [expect.stringMatching(/^approved: orchestrator:orchestrator wants merge \{"branch":"side"\}, \d+ → \d+ tokens: "Because of merge\."$/)]])
})

describe('cliPrompt', () => {
  const asked = async (...answers: readonly string[]) => {
    let written = ''
    const outcome = await decided(cliPrompt({ input: lines(...answers), write: (text) => { written += text } }))
    return { outcome, questions: written.split('?').length - 1 }
  }

  test.each<[string, readonly string[], string, number]>([
    ['yes', ['a'], 'ok, merged, 0 waiting', 1],
    ['an unclear answer is asked again', ['yes please', '', 'Approve'], 'ok, merged, 0 waiting', 3],
    ['no, and why', ['r', 'not during the demo'], 'rejected "not during the demo", not merged, 0 waiting', 2],
    ['other arguments', ['m', '{"branch": "side", "strategy": "ours"}'], 'ok, merged, 0 waiting', 1],
    ['an edit that is not finished', ['m', '{"branch": "si'], 'rejected "the edit was not finished", not merged, 0 waiting', 1],
    ['later', ['q'], 'proposed, not merged, 1 waiting', 1],
    ['an input that ends', [], 'proposed, not merged, 1 waiting', 1],
  ])('%s', async (_, answers, outcome, questions) => {
    expect(await asked(...answers)).toEqual({ outcome, questions })
  })

  test('a model\'s words can\'t steer the terminal', async () => {
    using tract = toolScene()
    let written = ''
    tract.configureClients({ orchestrate: scripted([[{ type: 'text', text: '\u001b[2JApproved already \u202eNO' }, ...calling(['merge', { branch: 'side' }]).slice(1)], 'Done.']) })
    using orchestrator = new Orchestrator(tract, { onProposal: cliPrompt({ input: lines('q'), write: (text) => { written += text } }) })
    await orchestrator.run()
    expect([written.includes('Approved already'), /[\u001b\u202e]/.test(written)]).toEqual([true, false])
  })
})
