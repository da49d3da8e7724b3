import { expect, test } from 'vitest'
import { type SearchHit, type Tract, Workspace } from '../../../../core/index.ts'
import type { Cursor } from '../../../../core/model/ids.ts'
import { openDatabase } from '../../../../core/store/open.ts'
import { checkSearchIndex, rebuildSearchIndex } from '../../../../core/store/searchIndex.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { someQuery, someText, wordsIn } from '../../../helpers/naiveSearch.ts'
import { forSeeds, type Random } from '../../../helpers/random.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

/** A text that was ever written, and where. */
type Held = { readonly commit: string; readonly message: string; readonly text: string; readonly note: string }

/** Random acts, and every text that they wrote, also what was taken back since. */
function wander(tract: Tract, random: Random, acts: number): readonly Held[] {
  const held: Held[] = []
  for (let i = 0; i < acts; i++) {
    const text = someText(random)
    const note = random.chance(0.2) ? someText(random) : ''
    const labels = note === '' ? {} : random.chance(0.5) ? { message: note } : { metadata: { deep: [note] } }
    const shown = tract.compile().messages
    switch (random.weighted({ append: 20, edit: shown.length > 0 ? 6 : 0, skip: shown.length > 0 ? 4 : 0, branch: shown.length > 0 ? 2 : 0, switch: 3, undo: 3 })) {
      case 'append': {
        const { hash } = random.chance(0.5) ? tract.user(text, labels) : tract.assistant(text, labels)
        held.push({ commit: hash, message: hash, text, note: note && `${note} ${'metadata' in labels ? 'deep' : ''}` })
        break
      }
      case 'edit': {
        const { hash, target } = tract.edit(random.pick(shown).messageId, text)
        held.push({ commit: hash, message: target, text, note: '' })
        break
      }
      case 'skip': {
        for (const { hash, target } of tract.annotate(random.pick(shown).messageId, random.pick(['skip', 'pinned']), { reason: text })) held.push({ commit: hash, message: target, text: '', note: text })
        break
      }
      case 'branch':
        tract.branch(`branch${random.below(1e9)}`, { switch: random.chance(0.7), from: `HEAD~${random.below(Math.min(3, tract.status().commitCount))}` })
        break
      case 'switch':
        tract.switch(random.pick(tract.listBranches()).name)
        break
      case 'undo':
        tract.undo()
    }
  }
  return held
}

/** What a naive look at everything finds. */
function expected(tract: Tract, held: readonly Held[], matches: (words: readonly string[]) => boolean): readonly object[] {
  const branches = tract.listBranches().filter(({ commit }) => commit !== null).map(({ name }) => {
    const messages = tract.on(name).compile().messages
    return { name, commits: new Set<string>(tract.on(name).log({ limit: 10_000 }).items.map(({ hash }) => hash)), messages }
  })
  return held.flatMap(({ commit, message, text, note }) => {
    const isText = matches(wordsIn(text))
    if (!isText && !matches(wordsIn(note))) return []
    const isShown = branches.some(({ messages }) => messages.some(({ messageId, content }) => messageId === message && (!isText || content === text)))
    return [{ commit, messageId: message, hidden: !isShown, branches: branches.filter(({ commits }) => commits.has(commit)).map(({ name }) => name).toSorted() }]
  }).toSorted((a, b) => (a.commit < b.commit ? -1 : 1))
}

const found = (hits: readonly SearchHit[]): readonly object[] => hits.map(({ commit, messageId, hidden, branches }) => ({ commit, messageId, hidden, branches })).toSorted((a, b) => (a.commit < b.commit ? -1 : 1))

function pages(tract: Tract, text: string, limit: number): readonly SearchHit[] {
  const hits: SearchHit[] = []
  for (let cursor: Cursor | null = null; ; ) {
    const page = tract.search(text, { limit, cursor })
    hits.push(...page.items)
    if (page.next === null) return hits
    cursor = page.next
  }
}

test('a search finds what a look at every text finds, whatever is in the index and however it is paged', () => {
  forSeeds(10, (random) => {
    using folder = tempFolder()
    using workspace = Workspace.open(folder.file(), { ports: testPorts() })
    const other = workspace.create()
    const [tract, elsewhere] = [workspace.create(), wander(other, random, 10)]
    const held = wander(tract, random, 60)
    const second = openDatabase(folder.file())
    for (let round = 0; round < 6; round++) {
      const { text, matches } = someQuery(random)
      const whole = tract.search(text, { limit: 1000 }).items
      expect([text, found(whole)]).toEqual([text, expected(tract, held, matches)])
      second.write((db) => rebuildSearchIndex(db, random.below(80)))
      expect(checkSearchIndex(second.read)).toBe(null)
      expect([pages(tract, text, 2 + random.below(12)), tract.search(text, { limit: 1000 }).items]).toEqual([whole, whole])
      const both = [...expected(tract, held, matches), ...expected(other, elsewhere, matches)]
      expect(workspace.search(text, { limit: 1000 }).items.map(({ commit }) => commit).toSorted()).toEqual(both.map((hit) => (hit as SearchHit).commit).toSorted())
    }
    second.close()
  })
}, 60_000)

test('pages go on where they were while commits are added', () => {
  forSeeds(8, (random) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = workspace.create()
    wander(tract, random, 40)
    const { text } = someQuery(random)
    const whole = tract.search(text, { limit: 1000 }).items.map(({ commit }) => commit)
    const seen: string[] = []
    for (let cursor: Cursor | null = null, isLast = false; !isLast; ) {
      const page = tract.search(text, { limit: 2, cursor })
      seen.push(...page.items.map(({ commit }) => commit))
      isLast = page.next === null
      cursor = page.next
      wander(tract, random, 3)
    }
    expect(seen).toEqual(whole)
  })
}, 30_000)

test('what is marked in a snippet is what was searched for', () => {
  forSeeds(25, (random) => {
    using workspace = Workspace.open(':memory:', { ports: testPorts() })
    const tract = workspace.create()
    for (let i = 0; i < 10; i++) tract.user(Array.from({ length: 1 + random.below(12) }, () => someText(random)).join(' 😀 '))
    const word = random.pick(['apple', 'band', 'uber', '中文', 'かな'])
    for (const { snippet, marks } of tract.search(word).items) {
      expect([snippet.isWellFormed(), snippet.length <= 122, marks.length > 0]).toEqual([true, true, true])
      const isCut = (end: number): boolean => end >= snippet.length - 1 // the last one may be cut off with the snippet
      for (const [start, end] of marks) if (!isCut(end)) expect(wordsIn(snippet.slice(start, end)).join('')).toMatch(new RegExp(`^(${word})+$`, 'u'))
    }
  })
})

test('no text whatsoever is a wrong query, only an empty one', () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  tract.user('something with AND in it')
  const parts = ['"', '"', '*', '-', '(', ')', ':', '^', '+', 'AND', 'OR', 'NOT', 'NEAR', 'NEAR(', 'words', '{', '}', '\\', "'", ';', '--', '“', '”', '\0', '\x01', '\x03', '\ud83d', '😀', '中', '한', 'ก็', 'ー', 'é', 'e\u0301', ' ', '\n', '𞤀', '\u200d', '%', '_', 'a', 'b1', '0']
  forSeeds(200, (random) => {
    const text = Array.from({ length: random.below(12) }, () => random.pick(parts)).join(random.chance(0.5) ? ' ' : '')
    expect(['none', 'search/bad-query']).toContain(faultOf(() => tract.search(text)))
  })
}, 30_000)
