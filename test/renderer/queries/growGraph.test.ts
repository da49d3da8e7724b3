import { describe, expect, it } from 'vitest'
import type { GraphRow } from '../../../core/model/commit.ts'
import type { Cursor, Page } from '../../../core/model/ids.ts'
import { grown } from '../../../renderer/queries/growGraph.ts'
import { graphOf } from '../graph/graphRows.ts'

const lines = (on: Readonly<Record<string, readonly string[]>>, ...names: readonly string[]) => names.map((name) => ({ name, ...(on[name] !== undefined && { on: on[name] }) }))
const page = (items: readonly GraphRow[], next: string | null): Page<GraphRow> => ({ items, next: next as Cursor | null })

describe('new commits on top of a graph that was read', () => {
  const all = graphOf(...lines({ b: ['old'], d: ['aside'], f: ['main'] }, 'a', 'b', 'c', 'd', 'e', 'f'))
  const read = [page(all.slice(0, 2), 'after e'), page(all.slice(2, 4), 'after c'), page(all.slice(4), null)]

  it('make the same rows as reading everything anew, and older pages lead on as before', () => {
    const now = graphOf(...lines({ b: ['old'], d: ['aside'], h: ['main'] }, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))
    const pages = grown(read, page(now.slice(0, 4), 'after e'))
    expect([pages?.flatMap(({ items }) => items), pages?.map(({ next }) => next)]).toEqual([now, ['after e', 'after c', null]])
  })

  it('take the name of a branch from where it ended, however far back that is', () => {
    const now = graphOf(...lines({ d: ['aside'], f: ['main'] }, 'a', 'b', 'c', 'd', 'e', 'f'), { name: 'g', parents: ['b'], on: ['old'] })
    expect(grown(read, page(now.slice(0, 2), 'older'))?.flatMap(({ items }) => items)).toEqual(now)
  })

  it('leave rows that did not change the same objects', () => {
    const now = graphOf(...lines({ b: ['old'], d: ['aside'], g: ['main'] }, 'a', 'b', 'c', 'd', 'e', 'f', 'g'))
    expect(grown(read, page(now.slice(0, 2), 'x'))?.[1]?.items[1]).toBe(read[1]?.items[1])
  })

  it('are not joined where more came than was read of them', () => {
    expect(grown(read, page(graphOf({ name: 'x' }, { name: 'y' }), 'more'))).toBeNull()
  })
})
