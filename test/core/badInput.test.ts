import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type ConflictId, type Content, Fault, type Ports, scripted, Tract, Workspace } from 'tract-studio'
import { tempFolder } from '../helpers/tempFolder.ts'
import { testPorts } from '../helpers/testPorts.ts'
import { told, toldBy, type Told, unusable } from '../helpers/told.ts'
import { viewDigest } from '../helpers/viewDigest.ts'

/** What stands ready: `main` with two messages, the first corrected; `side` with one of its own; a merge of `other` that waits. */
type Ready = { readonly tract: Tract; readonly first: string; readonly second: string; readonly correction: string; readonly aside: string }

const notJson = 'Only plain JSON can be stored: objects, lists, text, finite numbers, true, false and null.'
const deep = (levels: number): string => `$${'.payload' + '.a'.repeat(levels - 1)}`
const refused: readonly (readonly [what: string, act: (ready: Ready) => unknown, told: (ready: Ready) => Told])[] = [
  ['22: JSON of 200,000 levels', ({ tract }) => tract.commit({ type: 'freeform', payload: nested(200_000) }), () => told('value/not-json', `The value at ${deep(64)} can't be stored: nested deeper than 64 levels.`, notJson)],
  ['26: half of a character', ({ tract }) => tract.user('a \ud83d b'), () => told('value/not-json', "The value at $.text can't be stored: half of a surrogate pair, which is not a character.", notJson)],
  ['26: half of a character in a label', ({ tract }) => tract.user('a', { message: '\udc00' }), () => told('value/not-json', "The value at $.message can't be stored: half of a surrogate pair, which is not a character.", notJson)],
  ['a number that is none', ({ tract }) => tract.commit({ type: 'freeform', payload: { n: Number.NaN } }), () => told('value/not-json', "The value at $.payload.n can't be stored: NaN.", notJson)],
  ['a field too many', ({ tract }) => tract.commit({ type: 'instruction', text: 'x', role: 'system' } as Content), () => told('content/invalid', 'This is not a valid instruction message: it: Unrecognized key: "role".')],
  ['27: a control character in a branch name', ({ tract }) => tract.branch('a\0b'), () => told('ref/bad-name', '"a<U+0000>b" can\'t be the name of a branch or tag: it has a blank or a control character in it.', 'Use letters, digits and . _ - /')],
  ['27: a sign that turns the text around', ({ tract }) => tract.branch('a\u202eb'), () => told('ref/bad-name', '"a<U+202E>b" can\'t be the name of a branch or tag: it has an invisible character in it.', 'Use letters, digits and . _ - /')],
  ['27: no name at all', ({ tract }) => tract.tag(''), () => told('ref/bad-name', '"" can\'t be the name of a branch or tag: it is empty.', 'Use letters, digits and . _ - /')],
  ['27: a name that looks like a commit', ({ tract }) => tract.branch('beef'), () => told('ref/bad-name', '"beef" can\'t be the name of a branch or tag: it could be taken for a commit.', 'Add a letter after f or a dash, for instance vbeef.')],
  ['29: an unknown name', ({ tract }) => tract.show('mian'), () => told('ref/not-found', 'No branch, tag or commit is called "mian".', 'Did you mean "main"?')],
  ['29: an unknown hash', ({ tract }) => tract.compile({ at: 'f'.repeat(64) }), () => told('ref/not-found', `No branch, tag or commit is called "${'f'.repeat(64)}".`)],
  ['30: a correction of a message that only another branch has', ({ tract, aside }) => tract.edit(aside, 'x'), ({ aside }) => told('edit/target-missing', `The message ${aside.slice(0, 8)} is not in the history of "main".`, 'Switch to the branch that has it.')],
  ['30: a correction that changes the type', ({ tract, first }) => tract.edit(first, { type: 'instruction', text: 'x' }), () => told('edit/type-mismatch', "This message is of type dialogue; a correction can't make it instruction.", 'Keep the type and role, or hide the message and add another one.')],
  ['31: a merge of a branch into itself', ({ tract }) => tract.on('side').merge('side'), () => told('merge/itself', '"side" is the branch you are on.', 'Name another one.')],
  ['31: a merge while one waits', ({ tract }) => tract.merge('side'), () => told('merge/in-progress', 'A merge of "other" into "main" waits for decisions.', 'Finish or drop it first.')],
  ['31: a rebase while a merge waits', ({ tract }) => tract.rebase('side'), () => told('merge/in-progress', 'A merge of "other" into "main" waits for decisions.', 'Finish or drop it first.')],
  ['31: a merge that has open conflicts', ({ tract }) => tract.commitMerge(), () => told('merge/unresolved', '1 conflict is still open.', 'Decide each of them, or drop the merge.')],
  ['31: deleting the branch one is on', ({ tract }) => tract.deleteBranch('main'), () => told('branch/current', 'You are on "main", so it can\'t be deleted.', 'Switch to another branch first.')],
  ['31: deleting the only name of commits', ({ tract }) => tract.deleteBranch('side'), () => told('branch/unmerged', '"side" has 1 commit that no other branch or tag holds.', 'Merge it, tag it, or delete it by force. Deleting can be undone.')],
  ['32: a range from its end to its beginning', ({ tract, first, second }) => tract.compress({ from: second, to: first, content: 'x' }), ({ first, second }) => told('compress/bad-range', `Nothing can be compressed from ${second.slice(0, 8)} to ${first.slice(0, 8)}: the first comes after the second.`)],
  ['32: a text too many', ({ tract }) => tract.compress({ content: ['x', 'y'] }), () => told('compress/runs-mismatch', 'What is to be compressed lies in 1 piece, and there are 2 texts.', 'Pinned and unlisted messages split it. Give one text for each piece.')],
  ['33: an empty summary', ({ tract }) => tract.compress({ content: ' ' }), () => told('compress/empty', 'The summary of piece 1 is empty.', 'Your history is unchanged.')],
  ['33: a summary that is longer', ({ tract }) => tract.compress({ content: 'so much to say '.repeat(9) }), () => told('compress/longer', 'The summary has 41 tokens, more than the 17 that it would replace.', 'Your history is unchanged. Write a shorter one.')],
  ['a search for nothing', ({ tract }) => tract.search(' '), () => told('search/bad-query', "That can't be searched for: there is no word in it.")],
  ['a cursor of another list', ({ tract }) => tract.log({ cursor: 'next' as never }), () => told('cursor/bad', '"next" is not a cursor of this list.', 'Hand back the `next` of the page before.')],
  ['a batch that waits', ({ tract }) => tract.batch((() => Promise.resolve(tract.user('x'))) as () => never), () => told('batch/async', 'The body of a batch must be synchronous. What it did before it first waited was taken back.', 'Ask the model before or after the batch: what an async body does after waiting is not part of it.')],
]

const noType = told('content/invalid', 'This is not a valid message: its type must be one of instruction, dialogue, tool_call, tool_result, reasoning, artifact, output, freeform, session, summary.')
const noText = (given: string): Told => told('ref/not-found', `A reference is a text, not ${given}.`, 'Pass the `hash` of a commit, or a name.')
/** What programs without types hand in. */
const untyped: typeof refused = [
  ['a strategy that there is not', ({ tract }) => tract.merge('side', { strategy: 'mine' as never }), () => unusable('strategy must be one of auto, ours, theirs, not "mine"')],
  ['a strategy that there is not, where there is nothing to rebase', ({ tract }) => tract.rebase('main', { strategy: 'Ours' as never }), () => unusable('strategy must be one of auto, ours, theirs, not "Ours"')],
  ['a resolver that is a strategy', ({ tract }) => tract.merge('side', { resolver: 'ours' as never }), () => unusable('resolver must be a function, not "ours"')],
  ['merge options that are a strategy', ({ tract }) => tract.merge('side', 'ours' as never), () => unusable('options: give them as { strategy: \'ours\' }, not "ours"')],
  ['a decision on issues that there is not', ({ tract, aside }) => tract.cherryPick(aside, { onIssue: 'ignore' as never }), () => unusable('onIssue must be one of skip, asNewMessage, not "ignore"')],
  ['a depth that there is not', ({ tract }) => tract.workspace.fsck('all' as never), () => unusable('depth must be one of quick, full, deep, not "all"')],
  ['a form that there is not', ({ tract }) => tract.compile().repairs('gemini' as never), () => unusable('form must be one of openai, anthropic, not "gemini"')],
  ['a form that is left out', ({ tract }) => (tract.compile().repairs as () => unknown)(), () => unusable('form must be one of openai, anthropic, not undefined')],
  ['a job that there is not', ({ tract }) => tract.configureClients({ chats: scripted([]) } as never), () => unusable('there is no job "chats": default, chat, compress, merge, orchestrate, plan, title')],
  ['a client that is none', ({ tract }) => tract.configureClients({ default: 'gpt' as never }), () => unusable('what is given for default is no client: it needs stream and complete')],
  ['no clients at all', ({ tract }) => tract.configureClients(undefined as never), () => unusable('clients: give them as { default: … }, not undefined')],
  ['a correction that changes who spoke', ({ tract, first }) => tract.edit(first, { type: 'dialogue', role: 'assistant', text: 'x' }), () => told('edit/type-mismatch', "This message has the role user; a correction can't give it the role assistant.", 'Keep the type and role, or hide the message and add another one.')],
  ['a content without a type', ({ tract }) => tract.commit({ text: 'x' } as never), () => noType],
  ['no content', ({ tract }) => tract.commit(null as never), () => noType],
  ['a content that is a text', ({ tract }) => tract.commit('x' as never), () => noType],
  ['a correction without a content', ({ tract, first }) => tract.edit(first, undefined as never), () => noType],
  ['a commit where a reference is meant', ({ tract, first }) => tract.edit(tract.show(first).commit as never, 'x'), () => noText('an object')],
  ['a commit to pin', ({ tract, first }) => tract.annotate(tract.show(first).commit as never, 'pinned'), () => noText('an object')],
  ['a commit to pick', ({ tract, aside }) => tract.cherryPick(tract.show(aside).commit as never), () => noText('an object')],
  ['nothing where a reference is meant', ({ tract }) => tract.show(undefined as never), () => noText('undefined')],
  ['a hash where options are meant', ({ tract }) => tract.compile('HEAD' as never), () => unusable('at: give it as { at: … }, not "HEAD"')],
  ['a message that is no options', ({ tract }) => tract.user('a', null as never), () => unusable('options: give them as { message: … }, not null')],
  ['a label where options are meant', ({ tract, first }) => tract.edit(first, 'a', 'why' as never), () => unusable('options: give them as { message: … }, not "why"')],
  ['a reason where options are meant', ({ tract, first }) => tract.annotate(first, 'skip', 'why' as never), () => unusable('options: give them as { message: … }, not "why"')],
  ['a priority that there is not', ({ tract, first }) => tract.annotate(first, 'pin' as never), () => unusable('priority must be one of normal, pinned, skip, not "pin"')],
  ['no priority', ({ tract, first }) => tract.annotate(first, undefined as never), () => unusable('priority must be one of normal, pinned, skip, not undefined')],
  ['a branch without a name', ({ tract }) => tract.branch(undefined as never), () => unusable('a name must be a text, not undefined')],
  ['a commit where a branch is meant', ({ tract, first }) => tract.switch(tract.show(first).commit as never), () => unusable('a name must be a text, not an object')],
  ['a merge of nothing', ({ tract }) => tract.on('side').merge(undefined as never), () => unusable('a name must be a text, not undefined')],
  ['a tract without a name', ({ tract }) => tract.workspace.get(undefined as never), () => unusable('the id or name of a tract must be a text, not undefined')],
  ['a new name that is none', ({ tract }) => tract.rename(undefined as never), () => unusable('a name must be a text, not undefined')],
  ['a name that is a number', ({ tract }) => tract.workspace.create({ name: 3 as never }), () => unusable('a name must be a text, not 3')],
  ['a compression without a text', ({ tract }) => (tract.compress as (options: unknown) => unknown).call(tract, { content: 7 }), () => unusable("content: give the summary's text, as { content: '…' }, or a list of texts")],
  ['an answer that is none', ({ tract }) => tract.resolveConflict(openConflict(tract), undefined as never), ({ tract }) => badAnswer(tract, 'undefined is no { take: … }')],
  ['an answer that comes later', ({ tract }) => tract.resolveConflict(openConflict(tract), Promise.resolve({ take: 'ours' }) as never), ({ tract }) => badAnswer(tract, 'a resolver answers at once, and this is a promise')],
  ['a beginning of a hash that is too short', ({ tract }) => tract.show('abc'), () => told('ref/not-found', 'No branch, tag or commit is called "abc".', 'The beginning of a hash needs four characters or more.')],
  ['a switch to a commit', ({ tract, first }) => tract.switch(first), ({ first }) => told('branch/not-found', `There is no branch "${first}".`, 'That is a commit: look at it with `checkout`, or make a branch there.')],
  ['a merge of a tag', ({ tract }) => tract.on('side').merge('start'), () => told('branch/not-found', 'There is no branch "start".', 'That is a tag: look at it with `checkout`, or make a branch there.')],
]

describe('an act that can not be done says why, and changes nothing', () => {
  test.each([...refused, ...untyped])('%s', (_, act, expected) => {
    using folder = tempFolder()
    using workspace = Workspace.open(folder.file(), { ports: testPorts() })
    const ready = readyIn(workspace)
    const before = [viewDigest(folder.file()), ready.tract.compile().hash, workspace.fsck('full').counts]
    const said = toldBy(() => act(ready))
    expect(said).toEqual(expected(ready))
    expect([viewDigest(folder.file()), ready.tract.compile().hash, { ...workspace.fsck('full').counts, entries: before[2] && (before[2] as { entries: number }).entries }]).toEqual(before)
  })

  test('29: a prefix that several commits begin with names them', () => {
    using tract = Tract.open(':memory:', { ports: testPorts() })
    const hashes = Array.from({ length: 1200 }, (_, i) => tract.user(`message ${i}`).hash as string)
    const prefix = hashes.map((hash) => hash.slice(0, 4)).find((start) => hashes.filter((hash) => hash.startsWith(start)).length > 1)
    if (!prefix) throw new Error('no two hashes begin alike: take more messages')
    const same = hashes.filter((hash) => hash.startsWith(prefix)).toSorted()
    expect(toldBy(() => tract.show(prefix))).toEqual(told('ref/ambiguous', `"${prefix}" could mean ${same.length} commits.`, `Use more characters: ${same.map((hash) => hash.slice(0, 12)).join(', ')}.`))
  })
})

test('a tract without a client says how to connect one', async () => {
  using tract = Tract.open()
  const fault: unknown = await tract.chat('Hello').catch((error: unknown) => error)
  expect(Fault.is(fault, 'llm/no-client') && [fault.message, fault.hint]).toEqual(['No model is connected for chat.', 'Add a provider (in a program: `configureClients`), or use the offline demo model.'])
})

test('what decides on issues must decide, and at once', () => {
  using tract = Tract.open()
  const message = tract.user('One.')
  tract.branch('side')
  const aside = tract.user('Two.')
  const edit = tract.edit(aside.hash, 'Three.')
  tract.switch('main')
  const says = ['ignore', Promise.resolve('skip')].map((decision) => toldBy(() => tract.cherryPick(edit.hash, { onIssue: () => decision as never })))
  expect([says, tract.resolve('main')]).toEqual([[unusable('what onIssue gives must be one of skip, asNewMessage, not "ignore"'), unusable('onIssue answers at once, and this is a promise')], message.hash])
})

test('a resolver that answers later is refused, and nothing is merged', () => {
  using tract = Tract.open()
  const message = tract.user('One.')
  tract.branch('side', { switch: false })
  tract.on('side').edit(message.hash, 'Two.')
  const before = tract.edit(message.hash, 'Three.')
  const says = [tract.merge.bind(tract), tract.rebase.bind(tract)].map((act) => toldBy(() => act('side', { resolver: (() => Promise.resolve({ take: 'ours' })) as never })).message.replace(/conflict \S+/, 'conflict X'))
  const found = "The conflict X can't be settled that way: a resolver answers at once, and this is a promise."
  expect([says, tract.resolve('HEAD'), tract.findPendingMerge()]).toEqual([[found, found], before.hash, null])
})

describe('what looks wrong and is right', () => {
  test('23: `__proto__` is a key like any other', () => {
    using tract = Tract.open()
    const payload = JSON.parse('{"__proto__":{"admin":true},"constructor":1}') as never
    const { hash } = tract.commit({ type: 'freeform', payload })
    const kept = tract.show(hash).content as Content<'freeform'>
    expect([Object.keys(kept.payload).toSorted(), ({} as { admin?: boolean }).admin, tract.compile().messages[0]?.content]).toEqual([['__proto__', 'constructor'], undefined, '{"__proto__":{"admin":true},"constructor":1}'])
  })

  test('24: a text of a million characters is taken, and its size is known', () => {
    using tract = Tract.open(':memory:', { budget: { maxTokens: 100_000 } })
    tract.user('word '.repeat(200_000))
    expect(tract.status()).toMatchObject({ messageCount: 1, budget: { over: true, max: 100_000 } })
  })

  test('30: a correction of a correction corrects its message', () => {
    using tract = Tract.open()
    const message = tract.user('One.')
    const second = tract.edit(tract.edit(message.hash, 'Two.').hash, 'Three.')
    expect([second.target, tract.compile().messages.map(({ content }) => content)]).toEqual([message.messageId, ['Three.']])
  })

  test('31: a branch on top of itself, or merged again, is up to date', () => {
    using tract = Tract.open()
    tract.user('x')
    tract.branch('side', { switch: false })
    expect([tract.rebase('main').kind, tract.merge('side').kind]).toEqual(['upToDate', 'upToDate'])
  })

  test('32: a range with nothing to compress is an outcome', () => {
    using tract = Tract.open()
    const empty = tract.compress({ content: 'x' })
    const rules = tract.system('Rules.')
    const pinned = tract.compress({ content: 'x' })
    tract.annotate(rules.hash, 'skip')
    expect([empty, pinned, tract.compress({ content: 'x' })]).toEqual([{ kind: 'nothing', reason: 'empty' }, { kind: 'nothing', reason: 'allPinned' }, { kind: 'nothing', reason: 'allSkipped' }])
  })

  test('40: an act that later work stands on is not taken back, and the later work is named', () => {
    using tract = Tract.open()
    tract.user('x')
    tract.branch('side')
    const made = tract.operations().items[0]!
    tract.user('y')
    const undone = tract.revert(made.id)
    expect([undone.kind, undone.kind === 'conflict' && undone.with.map(({ verb }) => verb), tract.status().messageCount]).toEqual(['conflict', ['commit'], 2])
  })

  test('41: a clock that goes back keeps the order', () => {
    let now = Date.UTC(2026, 0, 10)
    const ports: Partial<Ports> = { clock: { ...testPorts().clock, now: () => now } }
    using tract = Tract.open(':memory:', { ports })
    const first = tract.user('first')
    now -= 3 * 86_400_000
    const second = tract.user('second')
    expect([second.createdAt > first.createdAt, second.createdAt - first.createdAt < 1, tract.compile({ at: second.createdAt }).messages.length]).toEqual([true, true, 2])
  })
})

/** Rows that have a test of their own, and where it is: `[rows, file, words that stand in it]`. */
const elsewhere: readonly (readonly [rows: string, file: string, words: string])[] = [
  ['6: a byte that flipped', 'core/fsck/flips.test.ts', 'no damage that changes a row goes untold; none crashes or hangs'],
  ['9: write-protected media', 'core/store/readOnly.test.ts', 'in a folder where nothing may be written is not opened to write'],
  ['10: replaced while open', 'core/store/open.test.ts', 'a file that was moved or replaced while open takes no more writes and says so'],
  ['13: a file that another program keeps locked', 'core/durabilityFaults.test.ts', "SQLITE_BUSY: 'file/busy'"],
  ['14: a full disk', 'core/store/fullDisk.test.ts', 'at every page at which it may happen, acts of every kind are done or not at all'],
  ['27: names', 'core/history/refs/names.test.ts', 'ref/bad-name'],
  ['28: an empty message', 'contract/cases/conversation.ts', "code: 'content/empty'"],
  ['31: branches', 'core/history/refs/branches.test.ts', 'branch/current'],
]
test.each(elsewhere)('%s: told in %s', (_, file, words) => {
  expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).toContain(words)
})

function readyIn(workspace: Workspace): Ready {
  const tract = workspace.create({ name: 'ready' })
  const first = tract.user('What is the first thing?')
  tract.branch('other', { switch: false })
  const second = tract.assistant('That is the second.')
  tract.branch('side')
  const aside = tract.user('Aside.')
  tract.tag('start', { at: first.hash })
  tract.switch('main')
  const correction = tract.edit(first.hash, 'What is it?')
  tract.on('other').edit(first.hash, 'What was it?')
  tract.merge('other')
  return { tract, first: first.hash, second: second.hash, correction: correction.hash, aside: aside.hash }
}

function openConflict(tract: Tract): ConflictId {
  const [conflict] = tract.findPendingMerge()?.conflicts ?? []
  if (!conflict) throw new Error('no conflict is open')
  return conflict.id
}

const badAnswer = (tract: Tract, found: string): Told => told('merge/bad-resolution', `The conflict ${openConflict(tract)} can't be settled that way: ${found}.`)

function nested(levels: number): { readonly [key: string]: never } {
  let value: unknown = 1
  for (let i = 0; i < levels; i++) value = { a: value }
  return value as { readonly [key: string]: never }
}
