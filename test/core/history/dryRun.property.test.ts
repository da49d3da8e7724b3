import { expect, test } from 'vitest'
import { contextsOf } from '../../../core/context/contexts.ts'
import { type Change, type CommitHash, type CompiledContext, type Effect, type Tract, Workspace } from '../../../core/index.ts'
import { actsOn } from '../../helpers/acts.ts'
import { handleOf } from '../../helpers/naiveTract.ts'
import { forSeeds, randomOf } from '../../helpers/random.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** Every row of every table, as text. */
function wholeFile(tract: Tract): string {
  const { read } = handleOf(tract).file.db
  const tables = read.all<{ readonly name: string }>("select name from sqlite_master where type = 'table' order by name")
  return tables.map(({ name }) => `${name} ${JSON.stringify(read.rows(`select * from "${name}"`))}`).join('\n')
}

/** What a tract shows on every branch. */
const shownBy = (tract: Tract): string =>
  JSON.stringify([tract.status(), tract.listBranches().flatMap(({ name, commit }) => (commit === null ? [] : [[name, tract.on(name).compile().hash, tract.on(name).transcript(), tract.on(name).log()]]))])

/** What was done, by what can be seen of it afterwards. */
function effectOf(tract: Tract, before: CompiledContext, { commits, warnings }: Effect): Effect {
  const after = tract.compile()
  return {
    commits: commits.map(({ hash }) => tract.show(hash).commit), refs: tract.operations({ limit: 1 }).items[0]?.refs ?? [], changes: changesSince(tract, before, after.head),
    tokensBefore: before.tokenCount, tokensAfter: after.tokenCount, contextHash: after.hash, warnings,
  }
}

function changesSince(tract: Tract, { head, messages }: CompiledContext, to: CommitHash | null): readonly Change[] {
  if (to === null) return messages.map(({ messageId, role, content, tokens }) => ({ kind: 'removed', messageId, role, text: content, tokens }))
  return head === null ? [] : tract.diff(head, to).changes
}

test('a dry run changes nothing at all, and doing it then has the very effect it told', () => {
  let told = 0
  forSeeds(12, (random, seed) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = workspace.create()
    let heard = 0
    handleOf(tract).file.listeners.add(() => heard++)
    tract.user('first')
    for (let step = 0; step < 25; step++) {
      const acts = () => {
        const act = actsOn(tract, randomOf(seed * 1000 + step), `${step} `)
        return [act(), act()].map(({ verb }) => verb)
      }
      const context = tract.compile()
      const [before, seen, events] = [wholeFile(tract), shownBy(tract), heard]
      const dry = tract.dryRun(acts)
      expect([wholeFile(tract) === before, shownBy(tract) === seen, heard]).toEqual([true, true, events])
      const seq = workspace.lastSeq()
      expect(tract.batch(acts)).toEqual(dry.result)
      if (workspace.lastSeq() === seq) expect(dry.effect).toMatchObject({ commits: [], refs: [], changes: [] })
      else if (context.head !== null) {
        told += 1
        expect(dry.effect).toEqual(effectOf(tract, context, dry.effect))
      }
      if (!random.chance(0.1)) continue
      const warm = shownBy(tract)
      contextsOf(handleOf(tract).file, 'o200k_base').states.forget()
      expect(shownBy(tract)).toBe(warm)
    }
    expect([workspace.replay().kind, workspace.verify().kind]).toEqual(['same', 'intact'])
  })
  expect(told).toBeGreaterThan(100)
}, 60_000)
