import { expect, test } from 'vitest'
import type { CommitHash, TractId } from '../../../core/model/ids.ts'
import type { SearchHit } from '../../../core/model/search.ts'
import { groupHits } from '../../../renderer/search/groupHits.ts'

const here = { tract: 't' as TractId, branch: 'main' }
const hit = (name: string, branches: readonly string[], tract = 't'): SearchHit => ({ tract: tract as TractId, messageId: null, commit: name as CommitHash, branches, snippet: name, marks: [], hidden: false })

test('hits stand under the branch they open on: the open one first, other tracts behind it, what no branch holds last', () => {
  const groups = groupHits([hit('lost', []), hit('a', ['side', 'main']), hit('far', ['main'], 'other'), hit('b', ['side']), hit('c', ['main'])], here)
  expect(groups.map(({ tract, branch, hits }) => [tract, branch, hits.map(({ commit }) => commit)])).toEqual([
    ['t', 'main', ['a', 'c']],
    ['t', 'side', ['b']],
    ['other', 'main', ['far']],
    ['t', null, ['lost']],
  ])
})

test('nothing found makes no groups', () => {
  expect(groupHits([], here)).toEqual([])
})
