import { describe, expect, test } from 'vitest'
import { pinPolicy, scripted, type Tract as TractType, Workspace } from '../../../core/index.ts'
import { Tract } from '../../../core/tract.ts'
import { clientOf } from '../../helpers/calls.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { viewDigest } from '../../helpers/viewDigest.ts'

/** What only looks, or changes nothing in the file. */
const reading = {
  tract: [
    'asTools', 'compile', 'transcript', 'status', 'resolve', 'show', 'log', 'graph', 'history', 'diff', 'search', 'queryByConfig', 'listBranches', 'listTags', 'findPendingMerge', 'operations', 'undoState', 'openBatch', 'commitBatch', 'countInBatch',
    'viewAt', 'previewCompression', 'listCompressionDrafts', 'resolveConfig', 'pendingMessage', 'previewRequest', 'receipt', 'lastCall', 'message', 'usage', 'configureClients', 'as', 'on', 'dryRun', 'partials.list', 'settled', 'leftBehind', 'ownCommits', 'policyLog', 'tryPolicy', 'proposals', 'proposals.list', 'proposals.get', 'previewErase', 'id', 'name', 'config', 'partials', 'workspace',
  ],
  workspace: ['get', 'list', 'search', 'events', 'lastSeq', 'poke', 'verify', 'replay', 'fsck', 'backup', 'repairCopy', 'storage', 'close', 'id', 'path'],
}
/** A new tract has nothing before it to go back to. */
const notUndoable = ['create']
/** What was asked and paid beside the conversation is only put on record; what was erased never comes back. */
const recording = ['suggestTitle', 'suggestResolution', 'proposals.refresh', 'sendRaw', 'erase']

type Row = {
  readonly prepare?: (tract: TractType) => unknown
  readonly act: (tract: TractType) => unknown
  readonly back?: (tract: TractType) => unknown
  readonly again?: (tract: TractType) => unknown
}
/** A new one each time: one that fails often is left alone. */
const half = () => clientOf(async function* () { yield { type: 'text', text: 'half' } })
const answering = (text: string) => scripted([text])
const cut = async (tract: TractType) => {
  tract.configureClients({ default: half() })
  tract.user('question')
  await tract.generate()
}
const drafting = (tract: TractType) => tract.compress({ from: first(tract), content: 's', autoCommit: false })
const proposing = (tract: TractType) => {
  tract.configurePolicies([pinPolicy({ roles: ['user'] })], { autonomy: 'manual' })
  tract.user('keep this')
}
const proposed = (tract: TractType) => tract.proposals.list()[0]!.id
const draftOf = (tract: TractType) => tract.listCompressionDrafts()[0]!.id
const conflicting = (tract: TractType) => {
  tract.on('main').edit(first(tract), 'mine')
  tract.on('side').edit(first(tract), 'theirs')
  tract.switch('main')
}
const pending = (tract: TractType) => {
  conflicting(tract)
  tract.merge('side')
}
const first = (tract: TractType): string => tract.compile().messages[0]!.messageId
const firstConflict = (tract: TractType) => tract.findPendingMerge()!.conflicts[0]!.id

const rows: { readonly [verb: string]: Row } = {
  commit: { act: (tract) => tract.commit({ type: 'output', text: 'x', format: 'text' }) },
  system: { act: (tract) => tract.system('x') },
  user: { act: (tract) => tract.user('x') },
  assistant: { act: (tract) => tract.assistant('x') },
  edit: { act: (tract) => tract.edit('HEAD', 'x') },
  annotate: { act: (tract) => tract.annotate(['HEAD', 'HEAD~1'], 'pinned', { reason: 'x' }) },
  branch: { act: (tract) => tract.branch('new') },
  branchAfter: { act: (tract) => tract.branchAfter(first(tract), 'new') },
  switch: { act: (tract) => tract.switch('side') },
  checkout: { act: (tract) => tract.checkout('HEAD~1') },
  reset: { act: (tract) => tract.reset('HEAD~1') },
  renameBranch: { prepare: cut, act: (tract) => tract.renameBranch('main', 'trunk') },
  deleteBranch: { act: (tract) => tract.deleteBranch('side', { force: true }) },
  tag: { act: (tract) => tract.tag('new') },
  deleteTag: { act: (tract) => tract.deleteTag('kept') },
  merge: { act: (tract) => tract.merge('side') },
  resolveConflict: { prepare: pending, act: (tract) => tract.resolveConflict(firstConflict(tract), { take: 'theirs' }) },
  commitMerge: { prepare: (tract) => [pending(tract), tract.resolveConflict(firstConflict(tract), { take: 'text', text: 'both' })], act: (tract) => tract.commitMerge() },
  refreshMerge: { prepare: (tract) => [pending(tract), tract.user('moved on')], act: (tract) => tract.refreshMerge() },
  abortMerge: { prepare: pending, act: (tract) => tract.abortMerge() },
  cherryPick: { act: (tract) => tract.cherryPick('side') },
  rebase: { prepare: (tract) => [tract.user('d'), tract.switch('side')], act: (tract) => tract.rebase('main') },
  compress: { act: (tract) => tract.compress({ from: first(tract), content: 's' }) },
  editCompression: { prepare: drafting, act: (tract) => tract.editCompression(draftOf(tract), 0, 't') },
  chooseCompression: { prepare: (tract) => { drafting(tract); tract.editCompression(draftOf(tract), 0, 't') }, act: (tract) => tract.chooseCompression(draftOf(tract), 0, 0) },
  regenerateCompression: { prepare: drafting, act: (tract) => { tract.configureClients({ compress: answering('t') }); return tract.regenerateCompression(draftOf(tract), 0) } },
  refreshCompression: { prepare: (tract) => { drafting(tract); tract.edit(first(tract), 'changed meanwhile, and still long enough') }, act: (tract) => tract.refreshCompression(draftOf(tract)) },
  approveCompression: { prepare: drafting, act: (tract) => tract.approveCompression(draftOf(tract)) },
  rejectCompression: { prepare: drafting, act: (tract) => tract.rejectCompression(draftOf(tract)) },
  configurePolicies: { act: (tract) => tract.configurePolicies([pinPolicy()], { autonomy: 'manual' }) },
  'proposals.approve': { prepare: proposing, act: (tract) => tract.proposals.approve(proposed(tract)) },
  'proposals.reject': { prepare: proposing, act: (tract) => tract.proposals.reject(proposed(tract), { reason: 'no' }) },
  expand: { prepare: (tract) => tract.compress({ from: first(tract), content: 's' }), act: (tract) => tract.expand('HEAD') },
  rename: { act: (tract) => tract.rename('other') },
  configure: { act: (tract) => tract.configure({ budget: { maxTokens: 9 }, encoding: 'cl100k_base' }) },
  configureOperations: { act: (tract) => tract.configureOperations({ chat: { temperature: 1 } }) },
  batch: { act: (tract) => tract.batch(() => [tract.user('x'), tract.branch('new'), tract.rename('other'), tract.edit('HEAD', 'y'), tract.switch('main'), tract.tag('new'), tract.undo()]) },
  chat: { prepare: (tract) => tract.configureClients({ default: answering('x') }), act: (tract) => tract.chat('x') },
  generate: { prepare: (tract) => [tract.configureClients({ default: answering('x') }), tract.user('x')], act: (tract) => tract.generate() },
  stream: { prepare: (tract) => [tract.configureClients({ default: half() }), tract.user('x')], act: async (tract) => { for await (const event of tract.stream()) void event } },
  recordUsage: { act: (tract) => tract.recordUsage({ inputTokens: 99, outputTokens: 9, model: 'elsewhere' }) },
  retry: { prepare: async (tract) => [await cut(tract), tract.configureClients({ default: answering('x') })], act: (tract) => tract.retry() },
  'partials.keep': { prepare: cut, act: (tract) => tract.partials.keep(tract.partials.list()[0]!.id) },
  'partials.discard': { prepare: cut, act: (tract) => tract.partials.discard(tract.partials.list()[0]!.id) },
  'partials.resume': { prepare: async (tract) => [await cut(tract), tract.configureClients({ default: answering(' and more') })], act: (tract) => tract.partials.resume(tract.partials.list()[0]!.id) },
  gc: { prepare: (tract) => tract.deleteBranch('side', { force: true }), act: (tract) => tract.gc({ orphanRetentionDays: 0 }) },
  undo: { act: (tract) => tract.undo(), back: (tract) => tract.redo(), again: (tract) => tract.undo() },
  redo: { prepare: (tract) => tract.undo(), act: (tract) => tract.redo() },
  cancelBatch: { prepare: (tract) => (tract.openBatch(), tract.user('in a batch'), tract.assistant('and more')), act: (tract) => tract.cancelBatch(), back: (tract) => tract.redo(), again: (tract) => tract.undo() },
  revert: { act: (tract) => tract.revert(tract.operations().items.find(({ verb }) => verb === 'tag')!.id) },
  restore: { act: (tract) => tract.restore(tract.operations().items.at(-2)!.id) },
}

/** A tract with something in every place. */
function prepared(workspace: Workspace): TractType {
  const tract = workspace.create({ name: 'one', budget: { maxTokens: 5 } })
  tract.user('a')
  tract.assistant('b')
  tract.tag('kept')
  tract.branch('side')
  tract.user('on the side')
  tract.switch('main')
  tract.user('c')
  tract.reset('HEAD~1')
  return tract
}

const verbsOf = (from: object, end: object | null = Object.prototype): readonly string[] => {
  const names: string[] = []
  for (let at = from; at !== end && at !== null; at = Object.getPrototypeOf(at) as object) names.push(...Object.getOwnPropertyNames(at))
  return [...new Set(names)].filter((name) => !['constructor', 'handle'].includes(name))
}

test('every verb that changes something has its row', () => {
  using workspace = Workspace.open()
  const tract = workspace.create()
  const groups = ['partials', 'proposals'].flatMap((group) => Object.keys(tract[group as 'partials' | 'proposals']).map((verb) => `${group}.${verb}`))
  const changing = [...verbsOf(Tract.prototype), ...groups].filter((verb) => ![...reading.tract, ...recording].includes(verb))
  const workspaces = [...verbsOf(Workspace.prototype), ...Object.getOwnPropertyNames(workspace)].filter((verb) => !reading.workspace.includes(verb))
  expect([changing.toSorted(), workspaces.toSorted()]).toEqual([Object.keys(rows).toSorted(), notUndoable])
})

describe.each(Object.entries(rows))('what %s does', (_, { prepare, act, back = (tract) => tract.undo(), again = (tract) => tract.redo() }) => {
  test('is taken back by undo and brought again by redo, in every place', async () => {
    using folder = tempFolder()
    using workspace = Workspace.open(folder.file())
    const tract = prepared(workspace)
    await prepare?.(tract)
    const look = () => [viewDigest(folder.file()), tract.compile().hash, tract.status().reported, tract.listBranches().map(({ name }) => tract.on(name).compile().hash)]
    const count = () => tract.operations({ limit: 1000 }).items.filter(({ undoable }) => undoable).length
    const [before, acts] = [look(), count()]
    await act(tract)
    const [after, done] = [look(), Math.max(1, count() - acts)]
    expect(after).not.toEqual(before)
    for (let i = 0; i < done; i++) back(tract)
    const undone = look()
    for (let i = 0; i < done; i++) again(tract)
    expect([undone, look(), workspace.replay().kind, workspace.verify().kind]).toEqual([before, after, 'same', 'intact'])
  })
})
