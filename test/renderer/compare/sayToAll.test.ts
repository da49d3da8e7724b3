import { beforeAll, expect, test, vi } from 'vitest'
import { asTractId } from '../../../core/model/ids.ts'

const kept = new Map<string, string>()
let prompt: typeof import('../../../renderer/state/promptForAll.ts')
let compare: typeof import('../../../renderer/compare/sayToAll.ts')

beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) })
  prompt = await import('../../../renderer/state/promptForAll.ts')
  compare = await import('../../../renderer/compare/sayToAll.ts')
})

const tract = asTractId('t1')
const saying = (refused: readonly string[]) => {
  const said: string[] = []
  const say = (branch: string, text: string): Promise<unknown> => {
    said.push(`${branch}: ${text}`)
    return Promise.resolve(refused.includes(branch) ? undefined : {})
  }
  return { said, say }
}

test('where one branch can’t take it the words stay, and only that one gets them next time', async () => {
  prompt.typeForAll(tract, 'Which of you is right?')
  const first = saying(['exp'])
  await compare.sayToAll(tract, ['main', 'exp'], first.say)
  const between = prompt.promptForAllAt(tract)
  prompt.typeForAll(tract, 'Which is right?')
  const second = saying([])
  await compare.sayToAll(tract, ['main', 'exp'], second.say)
  expect([first.said, between, second.said, prompt.promptForAllAt(tract), JSON.parse(kept.get('promptForAll') ?? '{}').state]).toEqual([
    ['main: Which of you is right?', 'exp: Which of you is right?'],
    { text: 'Which of you is right?', taken: ['main'] },
    ['exp: Which is right?'],
    { text: '', taken: [] },
    { byTract: {} },
  ])
})

test('an emptied field begins anew: it goes to all of them again', async () => {
  prompt.typeForAll(tract, 'a')
  await compare.sayToAll(tract, ['main', 'exp'], saying(['exp']).say)
  prompt.typeForAll(tract, '')
  prompt.typeForAll(tract, 'b')
  const again = saying([])
  await compare.sayToAll(tract, ['main', 'exp'], again.say)
  expect(again.said).toEqual(['main: b', 'exp: b'])
})

test('what is typed while it is being sent stays', async () => {
  prompt.typeForAll(tract, 'first')
  await compare.sayToAll(tract, ['main'], (_, text) => {
    prompt.typeForAll(tract, `${text}, and more`)
    return Promise.resolve({})
  })
  expect(prompt.promptForAllAt(tract)).toEqual({ text: 'first, and more', taken: [] })
})
