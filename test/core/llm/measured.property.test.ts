import { expect, test } from 'vitest'
import { scripted, type Tract, Workspace } from '../../../core/index.ts'
import { done, words } from '../../helpers/holdingClient.ts'
import { type Random, randomOf } from '../../helpers/random.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** What was reported, by the commit it belongs to, newest last: which context was sent, and its tokens. */
type Reports = Map<string, { readonly head: string; readonly inputTokens: number }[]>

test.each(Array.from({ length: 12 }, (_, i) => i + 1))('whatever is done, sizes are what a slow walk over history says, live and from a cold start: seed %i', async (seed) => {
  const random = randomOf(seed)
  using folder = tempFolder()
  const reports: Reports = new Map()
  const seen: unknown[] = []
  {
    using workspace = Workspace.open(folder.file(), { ports: testPorts() })
    const tract = workspace.create({ name: 'walk' })
    tract.user('begin')
    for (let i = 0; i < 30; i++) {
      await step(tract, random, reports)
      expect(sizeOf(tract)).toEqual(slowSizeOf(tract, reports))
    }
    seen.push(...tract.listBranches().map(({ name }) => [name, sizeOf(tract.on(name))]))
  }
  using workspace = Workspace.open(folder.file(), { ports: testPorts() })
  const tract = workspace.get('walk')
  expect([tract.listBranches().map(({ name }) => [name, sizeOf(tract.on(name))]), workspace.replay().kind]).toEqual([seen, 'same'])
})

async function step(tract: Tract, random: Random, reports: Reports): Promise<void> {
  const messages = tract.compile().messages
  const inputTokens = random.below(200)
  const head = tract.resolve('HEAD')
  switch (random.below(9)) {
    case 0:
      return void tract.user(`word ${random.below(50)}`)
    case 1:
    case 2: {
      const text = `answer ${random.below(50)}`
      tract.configureClients({ default: scripted([[words(text), { type: 'usage', usage: { inputTokens, outputTokens: 1 } }, done]]) })
      const reply = await tract.generate({ commit: false })
      const { hash } = tract.assistant(text, { call: reply.call })
      return report(reports, hash, { head, inputTokens })
    }
    case 3: {
      const message = messages[random.below(messages.length)]
      return void (message && tract.annotate(message.messageId, random.below(2) === 0 ? 'skip' : 'pinned'))
    }
    case 4:
      return void tract.edit(tract.transcript().items[0]!.messageId, `begin ${'again '.repeat(random.below(9))}`)
    case 5:
      return report(reports, tract.recordUsage({ inputTokens, outputTokens: 1 }).commit!, { head, inputTokens })
    case 6:
      return void (tract.undoState().undo?.verb === 'commit' && tract.status().commitCount > 1 && tract.undo())
    case 7:
      return void (tract.listBranches().length < 4 ? tract.branch(`b${tract.listBranches().length}`) : tract.switch(tract.listBranches()[random.below(4)]!.name))
    default:
      return void tract.configure({ encoding: random.below(2) === 0 ? 'cl100k_base' : 'o200k_base' })
  }
}

function report(reports: Reports, commit: string, one: { readonly head: string; readonly inputTokens: number }): void {
  reports.set(commit, [...(reports.get(commit) ?? []), one])
}

function sizeOf(tract: Tract): readonly unknown[] {
  const [status, context] = [tract.status(), tract.compile()]
  expect([context.tokenCount, context.tokenSource]).toEqual([status.tokenCount, status.tokenSource])
  return [status.tokenCount, status.tokenSource, status.reported?.inputTokens ?? null, status.reported?.estimated ?? null]
}

/** Commit by commit, and each context counted message by message. */
function slowSizeOf(tract: Tract, reports: Reports): readonly unknown[] {
  const tip = tract.resolve('HEAD')
  const counted = countedAt(tract, tip)
  for (let hash: string | undefined = tip; hash !== undefined; hash = tract.show(hash).commit.parents[0]) {
    const base = reports.get(hash)?.at(-1)
    if (!base) continue
    const estimated = countedAt(tract, base.head)
    const known = [base.inputTokens, estimated]
    if (counted === 0) return [0, 'estimate', ...known]
    return [Math.max(0, base.inputTokens + counted - estimated), base.head === tip ? 'provider' : 'mixed', ...known]
  }
  return [counted, 'estimate', null, null]
}

function countedAt(tract: Tract, at: string): number {
  const { messages } = tract.compile({ at })
  return messages.reduce((sum, { tokens }) => sum + tokens, messages.length === 0 ? 0 : 3)
}
