import { expect, test } from 'vitest'
import { Workspace } from '../../../core/index.ts'
import { forSeedsAsync } from '../../helpers/random.ts'
import { seenOf, startWalk, walk } from '../../helpers/randomWalk.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

/** Everything a reader gets of every branch. */
function readAll(workspace: Workspace, id: string) {
  const tract = workspace.get(id)
  const branches = tract.listBranches().filter(({ commit }) => commit !== null).map(({ name }) => {
    const handle = tract.on(name)
    const { messages, excluded, tokenCount, hash, head } = handle.compile()
    return { name, messages, excluded, tokenCount, hash, head, transcript: handle.transcript(), status: handle.status(), openai: handle.compile().toOpenAI(), anthropic: handle.compile().toAnthropic() }
  })
  return { seen: seenOf(tract), branches, undo: tract.undoState() }
}

test('what was computed act by act is what a fresh look at the file gives, in either encoding', async () => {
  await forSeedsAsync(40, 500, async (random) => {
    using folder = tempFolder()
    using workspace = Workspace.open(folder.file(), { ports: testPorts() })
    using other = Workspace.open(folder.file(), { ports: testPorts(undefined, 'other') })
    const one = startWalk(workspace.create())
    for (let round = 0; round < 3; round++) {
      for (let steps = 0; steps < 15; steps++) {
        await walk(one, random)
        if (random.chance(0.2)) seenOf(other.get(one.tract.id))
      }
      using fresh = Workspace.open(folder.file(), { access: 'read' })
      const expected = readAll(fresh, one.tract.id)
      expect(readAll(workspace, one.tract.id)).toEqual(expected)
      expect(readAll(other, one.tract.id)).toEqual(expected)
    }
  })
}, 120_000)

test('a change of encoding in the middle leaves no wrong total behind, on any branch', () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  const words = 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich — 「いろはにほへと」'
  const { messageId } = tract.user(words)
  const totals = () => [tract.status().tokenCount, tract.compile().tokenCount, tract.log().items.map((commit) => ('tokens' in commit ? commit.tokens : null))]
  const first = totals()
  tract.configure({ encoding: 'cl100k_base' })
  tract.annotate(messageId, 'pinned')
  const second = totals()
  tract.edit(messageId, words + words)
  tract.annotate(messageId, 'normal')
  tract.configure({ encoding: 'o200k_base' })
  const third = totals()
  tract.user(words)
  const fourth = totals()
  expect([first, second, third, fourth].map(([status, compiled]) => [status, status === compiled])).toEqual([first, second, third, fourth].map(([, compiled]) => [compiled, true]))
  expect([second[0] === first[0], workspace.replay().kind]).toEqual([false, 'same'])
})
