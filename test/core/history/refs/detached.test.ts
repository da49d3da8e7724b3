import { expect, test } from 'vitest'
import { Fault, scripted, Tract } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'

/** Three messages on main, and a branch `here` at the second, where HEAD looks. */
function looking() {
  const tract = Tract.open()
  tract.configureClients({ default: scripted(['an answer']) })
  const { hash } = tract.user('a')
  tract.assistant('b')
  tract.branch('here', { switch: false })
  tract.user('c')
  tract.branch('side')
  tract.user('d')
  tract.checkout('here~0')
  return { tract, hash }
}

/** Every verb that adds to a branch, or moves it. */
const writing: { readonly [verb: string]: (tract: Tract, message: string) => unknown } = {
  commit: (tract) => tract.commit({ type: 'freeform', payload: {} }),
  system: (tract) => tract.system('x'),
  user: (tract) => tract.user('x'),
  assistant: (tract) => tract.assistant('x'),
  edit: (tract, message) => tract.edit(message, 'x'),
  annotate: (tract, message) => tract.annotate(message, 'pinned'),
  reset: (tract) => tract.reset('main'),
  compress: (tract, message) => tract.compress({ messages: [message], content: 'x' }),
  expand: (tract, message) => tract.expand(message),
  merge: (tract) => tract.merge('side'),
  commitMerge: (tract) => tract.commitMerge(),
  abortMerge: (tract) => tract.abortMerge(),
  refreshMerge: (tract) => tract.refreshMerge(),
  resolveConflict: (tract) => tract.resolveConflict('conflict_1' as never, { take: 'ours' }),
  cherryPick: (tract) => tract.cherryPick('side'),
  rebase: (tract) => tract.rebase('side'),
  chat: (tract) => tract.chat('x'),
  generate: (tract) => tract.generate(),
  stream: (tract) => tract.stream(),
  retry: (tract) => tract.retry(),
  previewRequest: (tract) => tract.previewRequest(), // it tells what `generate` would do
}
/** Those that only look: they say the same as on a branch that stands where HEAD looks. */
const reading: { readonly [verb: string]: (tract: Tract, message: string) => unknown } = {
  compile: (tract) => { const { messages, tokenCount, head, hash } = tract.compile(); return { messages: messages.map(({ content }) => content), tokenCount, head, hash } },
  transcript: (tract) => tract.transcript(),
  status: (tract) => ({ ...tract.status(), head: tract.status().head.commit }),
  resolve: (tract) => tract.resolve('HEAD~1'),
  show: (tract) => tract.show('HEAD'),
  log: (tract) => tract.log(),
  graph: (tract) => tract.graph(),
  diff: (tract) => tract.diff(),
  history: (tract, message) => tract.history(message),
  search: (tract) => tract.search('a'),
  queryByConfig: (tract) => tract.queryByConfig({ model: 'm' }),
  pendingMessage: (tract) => tract.pendingMessage(),
  findPendingMerge: (tract) => tract.findPendingMerge(),
  lastCall: (tract) => tract.lastCall(),
  message: (tract, message) => tract.message(message),
}
/** Those that are about names, HEAD, settings or what was done: HEAD may be anywhere. */
const elsewhere = [
  'branch', 'branchAfter', 'switch', 'checkout', 'listBranches', 'renameBranch', 'deleteBranch', 'tag', 'listTags', 'deleteTag',
  'undo', 'redo', 'undoState', 'openBatch', 'commitBatch', 'cancelBatch', 'countInBatch', 'revert', 'restore', 'viewAt', 'operations', 'batch', 'dryRun', 'on', 'as', 'rename', 'configure', 'configureOperations', 'configureClients', 'resolveConfig',
  'previewCompression', 'listCompressionDrafts', 'editCompression', 'chooseCompression', 'regenerateCompression', 'refreshCompression', 'approveCompression', 'rejectCompression',
  'suggestTitle', 'suggestResolution', 'usage', 'recordUsage', 'receipt', 'gc', 'previewErase', 'erase', 'configurePolicies', 'tryPolicy', 'policyLog', 'settled', 'asTools', 'leftBehind', 'ownCommits', 'sendRaw',
]

const verbs = verbsOf(Tract.open())
const those = (table: object) => Object.keys(table).filter((verb) => verbs.includes(verb))

function verbsOf(tract: Tract): readonly string[] {
  const names: string[] = []
  for (let at: unknown = Object.getPrototypeOf(tract); at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at as object))) if (typeof value === 'function' && name !== 'constructor') names.push(name)
  }
  ;(tract as Tract & { close(): void }).close()
  return names
}

test('every verb is in one of the three tables', () => {
  expect(verbs.filter((verb) => !(verb in writing) && !(verb in reading) && !elsewhere.includes(verb))).toEqual([])
})

test.each(those(writing))('%s is refused where no branch is, with what to do, and changes nothing', async (verb) => {
  const { tract, hash } = looking()
  using _ = tract
  const before = [tract.compile().hash, tract.listBranches(), tract.status()]
  const fault = await (async () => writing[verb]?.(tract, hash))().catch((error: unknown) => error)
  expect(Fault.is(fault, 'head/detached') && [fault.data, fault.hint, fault.lost]).toEqual([{ commit: tract.resolve('here') }, "Start a branch here with `branch()`, or go back with `checkout('-')`.", 'nothing'])
  expect([tract.compile().hash, tract.listBranches(), tract.status()]).toEqual(before)
})

test.each(those(reading))('%s looks the same as on a branch there', (verb) => {
  const { tract, hash } = looking()
  using _ = tract
  const seen = reading[verb]?.(tract, hash)
  tract.switch('here')
  expect(seen).toEqual(reading[verb]?.(tract, hash))
})

test('names can be given and branches started from where HEAD only looks', () => {
  const { tract, hash } = looking()
  using _ = tract
  const head = tract.status().head.commit
  expect([tract.tag('v1').commit, tract.renameBranch('side', 'aside').isCurrent, tract.deleteBranch('here').verb, tract.branchAfter(hash, 'after').name, tract.checkout('-').commit, tract.branch('again').commit, tract.user('x').parents]).toEqual([
    head, false, 'deleteBranch', 'after', head, head, [head],
  ])
})

test('a batch of many acts is taken back whole when one of them would write where no branch is', () => {
  const { tract } = looking()
  using _ = tract
  const before = tract.listBranches()
  expect([faultOf(() => tract.batch(() => { tract.tag('v1'); tract.on('main').user('x'); tract.user('y') })), tract.listBranches(), tract.listTags()]).toEqual(['head/detached', before, []])
})
