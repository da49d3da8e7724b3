import { expect, test } from 'vitest'
import { gitWord, gitWordsInTexts, textsIn } from './gitWords.ts'

/** Names of things that are called so in both: settings of the core's operations, and the other words for finding a setting. */
const allowed = ['settings/resolutionWords.ts: Merge', 'settings/settingsIndex.ts: provider where chat compress merge orchestrator plan title', 'settings/AppearancePage.tsx: Commit, branch, pin, skip.']

test('no text of the page says in git’s words what has a plain one: those are in words.ts', () => {
  expect(gitWordsInTexts().filter((text) => !allowed.includes(text))).toEqual([])
})

test('a git word in a text is found, one in a class, a tag or a type is not', () => {
  const source = `import { merge } from 'merge me'
    const act = { kind: 'merge', text: 'Drop this merge' } as const
    type A = 'a merge'
    export const B = () => <p className="text-merge a merge" title={\`The rebase of \${act.kind}\`}>two commits</p>`
  expect(textsIn('b.tsx', source).filter((text) => gitWord.test(text))).toEqual(['Drop this merge', 'The rebase of …', 'two commits'])
})
