import { afterAll, describe, expect, test } from 'vitest'
import { createTract } from '../../core/history/tractVerbs.ts'
import { type OpenWorkspace, openWorkspaceOf, type TractHandle } from '../../core/journal/openWorkspace.ts'
import { replay } from '../../core/journal/replay.ts'
import { verify } from '../../core/journal/verify.ts'
import { scripted } from '../../core/llm/providers/scripted.ts'
import type { Author } from '../../core/model/author.ts'
import type { MessageId } from '../../core/model/ids.ts'
import { openDatabase } from '../../core/store/open.ts'
import { Tract } from '../../core/tract.ts'
import { type FailingCode, failingStatements } from '../helpers/failingStatements.ts'
import { faultOf } from '../helpers/faultOf.ts'
import { testPorts } from '../helpers/testPorts.ts'

const someone: Author = { kind: 'user', id: 'ada' }
const statements = failingStatements()
afterAll(() => statements[Symbol.dispose]())

type Scene = { readonly file: OpenWorkspace; readonly handle: TractHandle; readonly tract: Tract; readonly said: readonly MessageId[]; /** Ids are given out from here again. */ restartIds(): void }

/** A tract with a branch on which the same message was corrected otherwise, a pin, a half answer, and something undone. */
async function newScene(): Promise<Scene> {
  const { clock, log, prices } = testPorts()
  let count = 0
  const file = openWorkspaceOf(openDatabase(':memory:'), { clock, log, prices, ids: { next: () => `id-${++count}` } })
  const handle = createTract(file, someone, { name: 'scene' })
  const tract = new Tract(handle)
  tract.configureClients({ default: scripted([[{ type: 'text', text: 'half of it' }]]) })
  const { messageId: rule } = tract.system('Be brief.')
  await tract.chat('one')
  const said = [rule, ...['two', 'three', 'four', 'five'].map((text) => tract.user(text).messageId)]
  tract.tag('kept')
  tract.branch('side')
  tract.edit(said[1]!, 'two, as the side says it')
  tract.annotate(said[4]!, 'skip')
  tract.user('only on the side')
  tract.switch('main')
  tract.branch('behind', { from: 'HEAD~2', switch: false })
  tract.edit(said[1]!, 'two, as main says it')
  tract.annotate(said[2]!, 'pinned')
  const from = count
  return { file, handle, tract, said, restartIds: () => (count = from) }
}

/** Every verb that writes. `prepare` brings what it needs. */
type Case = readonly [name: string, act: (scene: Scene) => unknown, prepare?: (scene: Scene) => unknown]
const cases: readonly Case[] = [
  ['user', ({ tract }) => tract.user('more')],
  ['commit, with labels and settings', ({ tract }) => tract.commit({ type: 'tool_call', callId: 'c', tool: 't', input: { a: 1 } }, { tags: ['x'], metadata: { a: 1 }, generationConfig: { model: 'm' } })],
  ['edit', ({ tract, said }) => tract.edit(said[3]!, 'corrected', { message: 'why' })],
  ['annotate', ({ tract, said }) => tract.annotate([said[3]!, said[4]!], 'skip', { reason: 'why' })],
  ['rename', ({ tract }) => tract.rename('renamed')],
  ['configure', ({ tract }) => tract.configure({ budget: { maxTokens: 9 }, encoding: 'cl100k_base' })],
  ['configureOperations', ({ tract }) => tract.configureOperations({ title: { model: 'm' } })],
  ['batch', ({ tract, said }) => tract.batch(() => {
    tract.user('a')
    tract.batch(() => tract.edit(said[3]!, 'b'))
    tract.branch('made-in-a-batch')
  })],
  ['branch', ({ tract }) => tract.branch('new', { from: 'HEAD~2' })],
  ['branchAfter', ({ tract, said }) => tract.branchAfter(said[2]!, 'after')],
  ['switch', ({ tract }) => tract.switch('side')],
  ['checkout', ({ tract }) => tract.checkout('HEAD~1')],
  ['reset', ({ tract }) => tract.reset('HEAD~2')],
  ['renameBranch', ({ tract }) => tract.renameBranch('side', 'aside')],
  ['deleteBranch', ({ tract }) => tract.deleteBranch('side', { force: true })],
  ['tag', ({ tract }) => tract.tag('new', { at: 'HEAD~1' })],
  ['deleteTag', ({ tract }) => tract.deleteTag('kept')],
  ['compress', ({ tract, said }) => tract.compress({ messages: [said[1]!, said[3]!, said[4]!], content: ['short', 'too'] })],
  ['expand', ({ tract }) => tract.expand(tract.log({ limit: 1 }).items[0]!.hash), ({ tract, said }) => tract.compress({ messages: [said[3]!, said[4]!], content: 'short' })],
  ['merge, clean', ({ tract }) => tract.merge('behind', { noFf: true }), ({ tract }) => tract.on('behind').user('more there')],
  ['merge, forward', ({ tract }) => tract.merge('ahead', { deleteBranch: true }), ({ tract }) => {
    tract.branch('ahead', { switch: false })
    tract.on('ahead').user('more there')
  }],
  ['merge, with conflicts that are settled', ({ tract }) => tract.merge('side', { strategy: 'theirs' })],
  ['merge, with conflicts that wait', ({ tract }) => tract.merge('side')],
  ['resolveConflict', ({ tract }) => tract.resolveConflict(tract.findPendingMerge()!.conflicts[0]!.id, { take: 'text', text: 'both' }), ({ tract }) => tract.merge('side')],
  ['commitMerge', ({ tract }) => tract.commitMerge({ message: 'decided' }), ({ tract }) => {
    tract.merge('side')
    for (const { id } of tract.findPendingMerge()!.conflicts) tract.resolveConflict(id, { take: 'ours' })
  }],
  ['refreshMerge', ({ tract }) => tract.refreshMerge(), ({ tract }) => {
    tract.merge('side')
    tract.on('side').user('more there')
  }],
  ['abortMerge', ({ tract }) => tract.abortMerge(), ({ tract }) => tract.merge('side')],
  ['cherryPick', ({ tract }) => tract.cherryPick(tract.on('side').log({ limit: 1 }).items[0]!.hash)],
  ['rebase', ({ tract }) => tract.rebase('side', { strategy: 'ours' })],
  ['undo', ({ tract }) => tract.undo()],
  ['redo', ({ tract }) => tract.redo(), ({ tract }) => tract.undo()],
  ['revert', ({ tract }) => tract.revert(tract.operations({ limit: 20 }).items.findLast(({ verb }) => verb === 'tag')!.id)],
  ['restore', ({ tract }) => tract.restore(tract.operations({ limit: 5 }).items[4]!.id)],
  ['partials.keep', ({ tract }) => tract.partials.keep(tract.partials.list()[0]!.id)],
  ['partials.discard', ({ tract }) => tract.partials.discard(tract.partials.list()[0]!.id)],
  ['create', ({ file }) => createTract(file, someone, { name: 'another', budget: { maxTokens: 5 } })],
]

const failures = [['SQLITE_IOERR_WRITE', true], ['SQLITE_FULL', false], ['SQLITE_BUSY', false], ['SQLITE_NOMEM', true]] as const
const faultFor: { readonly [code in FailingCode]: string } = { SQLITE_IOERR_WRITE: 'file/unusable', SQLITE_FULL: 'file/full', SQLITE_BUSY: 'file/busy', SQLITE_NOMEM: 'file/unusable' }

/** Everything that lies in the file. */
function contentOf({ file }: Scene): string {
  const tables = file.db.read.all<{ name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
  return JSON.stringify(tables.map(({ name }) => [name, file.db.read.rows(`select * from "${name}"`)]))
}

/** Each branch as this handle shows it, and as one shows it that was opened just now. */
function contextsOf(scene: Scene): readonly [warm: unknown, cold: unknown] {
  const shown = (tract: Tract) => tract.listBranches().map(({ name }) => [name, tract.on(name).compile()])
  return [shown(scene.tract), shown(new Tract({ ...scene.handle, file: openWorkspaceOf(scene.file.db, scene.file.ports) }))]
}

async function prepared(prepare: Case[2]): Promise<Scene> {
  const scene = await newScene()
  prepare?.(scene)
  scene.restartIds()
  return scene
}

for (const [name, act, prepare] of cases) describe(`${name}, when the n-th statement of it fails`, { timeout: 60_000 }, () => {
  test.each(failures)('with %s (and SQLite takes all back: %s), is done or not at all, for every n', async (code, takesBack) => {
    const [scene, twin] = [await prepared(prepare), await prepared(prepare)]
    act(twin)
    const [before, after] = [contentOf(scene), contentOf(twin)]
    let [n, isDone] = [0, false]
    while (!isDone) {
      scene.restartIds()
      statements.failAt(++n, code, takesBack)
      const fault = faultOf(() => act(scene))
      const hasFailed = statements.hasFailed()
      const content = contentOf(scene)
      isDone = content === after
      const [warm, cold] = contextsOf(scene)
      expect([n, fault, isDone || content === before, scene.file.db.isWriting, scene.file.writing, warm]).toEqual([n, hasFailed ? faultFor[code] : 'none', true, false, null, cold])
    }
    expect([n > 3, before === after, verify(scene.file.db.read).kind, replay(scene.file.db).kind]).toEqual([true, false, 'intact', 'same'])
  })

  test('what it had begun is forgotten: another act in its place is shown as it is, by who did it', async () => {
    for (let [n, isDone] = [1, false]; !isDone; n += 4) {
      const scene = await prepared(prepare)
      const [before, newcomer, other] = [contentOf(scene), scene.tract.as('newcomer'), scene.tract.on('main').as('somebody-else')]
      statements.failAt(n, 'SQLITE_IOERR_WRITE', n % 8 === 1)
      faultOf(() => act({ ...scene, tract: newcomer }))
      statements.hasFailed()
      isDone = contentOf(scene) !== before
      const said = [other.user('in its place'), newcomer.on('main').user('after all')]
      const [warm, cold] = contextsOf(scene)
      const authors = said.map(({ hash }) => scene.tract.show(hash).commit.author.id)
      expect([n, warm, authors, verify(scene.file.db.read).kind, replay(scene.file.db).kind]).toEqual([n, cold, ['somebody-else', 'newcomer'], 'intact', 'same'])
    }
  })
})
