import { expect, test } from 'vitest'
import { archivePolicy, branchPolicy, compressPolicy, demo, pinPolicy, Tract } from '../../core/index.ts'

const words = 'that I bought in the shop in Hamburg last week, in the rain, and have not worn since then'

test('01: the four built-in policies look after a talk', async () => {
  using tract = Tract.open(':memory:', { budget: { maxTokens: 8000 } })
  tract.configureClients({ default: demo({ waitMs: 0 }) })
  tract.configurePolicies([compressPolicy({ threshold: 0.8 }), pinPolicy({ roles: ['user'] }), branchPolicy(), archivePolicy({ inactiveDays: 7 })], { autonomy: 'autonomous' })
  await tract.chat('Where is my order?')
  await tract.settled()
  const [asked] = tract.log({ kinds: ['append'] }).items.toReversed()
  expect(tract.history(asked!.hash).annotations.map(({ priority, author }) => [priority, author.id])).toEqual([['pinned', 'pin']])
  expect(tract.policyLog().items.map(({ policy, outcome, action }) => [policy, outcome.kind, action.tool])).toEqual([['pin', 'executed', 'annotate']])
})

test('03: the same policies ask about everything, then about some, then do all', async () => {
  using tract = Tract.open(':memory:', { budget: { maxTokens: 400 } })
  tract.configureClients({ default: demo({ waitMs: 0 }) })
  const policies = [pinPolicy({ patterns: [/must/] }), compressPolicy({ threshold: 0.5 })]

  tract.configurePolicies(policies, { autonomy: 'manual' })
  tract.user('It must be brief.')
  for (const proposal of tract.proposals.list()) {
    expect([proposal.action.tool, proposal.risk, proposal.reasoning.length > 0]).toEqual(['annotate', 'annotate', true])
    expect((await tract.proposals.approve(proposal.id)).kind).toBe('executed')
  }
  expect(tract.history('HEAD').annotations.length).toBe(1)

  tract.configurePolicies(policies, { autonomy: 'collaborative' })
  for (let nth = 0; nth < 6; nth++) tract.batch(() => [tract.user(`Question ${nth} about the shoes ${words}.`), tract.assistant(`Answer ${nth} about the shoes ${words}.`)])
  const [waiting] = tract.proposals.list()
  expect([waiting?.action.tool, waiting?.effect]).toEqual(['compress', null])
  tract.proposals.reject(waiting!.id, { reason: 'not during the demo' })

  tract.configurePolicies(policies, { autonomy: 'autonomous' })
  const before = tract.status().tokenCount
  for (let nth = 0; nth < 3; nth++) tract.batch(() => [tract.user(`One more ${nth} ${words}.`), tract.assistant(`As before ${nth}, ${words}.`)])
  await tract.settled()
  expect([tract.status().tokenCount < before, tract.compile().messages.some(({ why }) => why.kind === 'summary'), tract.compile().messages[0]?.content]).toEqual([true, true, 'It must be brief.'])
})
