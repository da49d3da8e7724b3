import { expect, test } from 'vitest'
import BetterSqlite3 from 'better-sqlite3'
import { type Tract, Workspace } from '../../../core/index.ts'
import { forSeedsAsync } from '../../helpers/random.ts'
import { startWalk, walk } from '../../helpers/randomWalk.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { testPorts } from '../../helpers/testPorts.ts'

type Row = { readonly tract: number; readonly isNote: 0 | 1; readonly type: string; readonly key: string; readonly afterCommit: string | null; readonly after: string | null; readonly payload: string | null }
type Folded = { head: unknown; name: string; config: { readonly [key: string]: unknown }; refs: { readonly [name: string]: string | null }; partials: readonly string[] }

/** What a tract is after so many entries, from the definition of each fact and nothing else. */
function foldRows(rows: readonly Row[], tract: number): Folded {
  const folded: Folded = { head: null, name: '', config: {}, refs: {}, partials: [] }
  for (const row of rows.filter((one) => one.tract === tract && one.isNote === 0)) {
    const { type, key } = row
    const after: unknown = row.after === null ? null : JSON.parse(row.after)
    if (type === 'tract_created') Object.assign(folded, made(row.payload ?? ''))
    if (type === 'commit_created' || type === 'ref_updated') folded.refs = { ...folded.refs, [key]: row.afterCommit }
    if (type === 'ref_deleted') folded.refs = Object.fromEntries(Object.entries(folded.refs).filter(([name]) => name !== key))
    if (type === 'head_moved') folded.head = after
    if (type === 'config_changed' && key === 'name') folded.name = after as string
    if (type === 'config_changed' && key !== 'name') folded.config = { ...folded.config, [key]: after }
    if (type === 'draft_created') folded.partials = [...folded.partials, key]
    if (type === 'draft_closed') folded.partials = folded.partials.filter((id) => id !== key)
  }
  const set = Object.entries(folded.config).filter(([, value]) => value !== null)
  return { ...folded, config: Object.fromEntries(set), partials: folded.partials.toSorted() }
}

function made(payload: string): Partial<Folded> {
  const { name, branch, config } = JSON.parse(payload) as { name: string; branch: string; config: Folded['config'] }
  return { name, head: { branch }, config }
}

function liveView(tract: Tract): Folded {
  const { head } = tract.status()
  const refs = tract.listBranches().filter(({ commit }) => commit !== null).map(({ name, commit }) => [name, commit])
  const { budget, encoding } = tract.config
  return {
    head: head.kind === 'attached' ? { branch: head.branch } : { commit: head.commit }, name: tract.name, config: { ...(budget && { budget }), encoding },
    refs: Object.fromEntries(refs) as Folded['refs'], partials: tract.partials.list().map(({ id }) => id).toSorted(),
  }
}

test('the journal folded up to any entry is the tract as it was then, with other tracts in between', async () => {
  await forSeedsAsync(12, 0, async (random) => {
    using folder = tempFolder()
    using workspace = Workspace.open(folder.file(), { ports: testPorts() })
    const walks = [startWalk(workspace.create()), startWalk(workspace.create())]
    const seen: { readonly at: number; readonly tract: number; readonly view: Folded }[] = []
    for (let steps = 0; steps < 60; steps++) {
      const which = random.below(2)
      const one = walks[which]
      if (!one) continue
      await walk(one, random)
      walks.forEach(({ tract }, i) => seen.push({ at: workspace.lastSeq(), tract: i + 1, view: liveView(tract) }))
    }
    const driver = new BetterSqlite3(folder.file(), { readonly: true })
    const rows = driver.prepare('select j.tract, is_note as isNote, type, key, "after", payload, lower(hex(c.hash)) as afterCommit from journal as j left join commits as c on c.id = after_commit order by gseq').all() as Row[]
    driver.close()
    for (const { at, tract, view } of seen) {
      const folded = foldRows(rows.slice(0, at), tract)
      expect({ ...folded, config: { encoding: 'o200k_base', ...folded.config } }).toEqual(view)
    }
  })
}, 60_000)
