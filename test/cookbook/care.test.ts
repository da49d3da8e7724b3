import { expect, test } from 'vitest'
import { customContentType, Fault, Tract, Workspace } from 'tract-studio'
import { z } from 'zod'
import { printed } from '../helpers/printed.ts'
import { tempFolder } from '../helpers/tempFolder.ts'

test('A merge by hand', () => {
  using folder = tempFolder()
  using output = printed()
  {
    using tract = Tract.open(folder.file())
    const title = tract.user('The title.')
    const body = tract.user('The body.')
    tract.branch('editor')
    tract.edit(title.hash, 'A better title.')
    tract.edit(body.hash, 'A longer body.')
    tract.switch('main')
    tract.edit(title.hash, 'My own title.')
    tract.annotate(body.hash, 'skip')

    const merged = tract.merge('editor', { resolver: ({ kind }) => (kind === 'editVsSkip' ? { take: 'theirs' } : null) })
    console.log(merged.kind, tract.status().pending.merge !== null)
  }
  {
    using tract = Tract.open(folder.file()) // it waits in the file
    const pending = tract.findPendingMerge()
    for (const { id, kind, ours, theirs, resolution } of pending?.conflicts ?? []) {
      console.log(kind, '|', ours.text, '|', theirs.text, '|', resolution?.take ?? 'open')
      if (!resolution) tract.resolveConflict(id, { take: 'text', text: 'A title for both.' })
    }
    tract.user('Said meanwhile.')
    try {
      tract.commitMerge()
    } catch (error) {
      if (Fault.is(error, 'merge/stale')) console.log(error.data.moved.map(({ ref }) => ref))
    }
    tract.refreshMerge() // the answers stay
    const commit = tract.commitMerge({ message: 'take over the edits' })
    console.log(commit.message, commit.resolutions.length, tract.compile().messages.map(({ content }) => content))
  }
  expect(output.lines).toEqual([
    ['conflict', true],
    ['bothEdited', '|', 'My own title.', '|', 'A better title.', '|', 'open'],
    ['editVsSkip', '|', 'The body.', '|', 'A longer body.', '|', 'theirs'],
    [['main']],
    ['take over the edits', 2, ['A title for both.', 'A longer body.', 'Said meanwhile.']],
  ])
})

test('Undo what was done', () => {
  using output = printed()
  {
    using tract = Tract.open()
    const said = (): readonly string[] => tract.compile().messages.map(({ content }) => content)
    const rules = tract.system('Be brief.')
    tract.user('What is a merge?')
    const before = tract.operations().items[0]!
    tract.annotate(rules.hash, 'skip')
    const hidden = tract.operations().items[0]!
    tract.assistant('Two histories become one.')

    console.log(tract.revert(hidden.id).kind, said()) // one older act; what came after stays
    console.log(tract.undo().kind, said())

    console.log(tract.viewAt(before.seq).branches.map(({ name, messageCount }) => [name, messageCount]))
    console.log(tract.restore(before.id).kind, said()) // everything as it was
    console.log(tract.undo().kind, said()) // and that can be taken back too
    console.log(tract.operations().items.map(({ verb }) => verb))
  }
  expect(output.lines).toEqual([
    ['done', ['Be brief.', 'What is a merge?', 'Two histories become one.']],
    ['done', ['What is a merge?', 'Two histories become one.']],
    [[['main', 2]]],
    ['done', ['Be brief.', 'What is a merge?']],
    ['done', ['What is a merge?', 'Two histories become one.']],
    [['undo', 'restore', 'undo', 'revert', 'commit', 'annotate', 'commit', 'commit', 'create']],
  ])
})

test('Try it first', () => {
  using output = printed()
  {
    using tract = Tract.open()
    const asked = tract.user('Could you tell me, in as many words as you like, what a rebase is good for?')
    tract.branch('side')
    tract.assistant('It makes a straight line of two.')
    tract.switch('main')

    const { result, effect } = tract.dryRun(() => {
      const merged = tract.merge('side')
      tract.compress({ messages: [asked.hash], content: 'Rebase: what for?' })
      return merged.kind
    })
    console.log(result, effect.changes.map(({ kind }) => kind), effect.tokensAfter < effect.tokensBefore + 10)
    console.log(tract.status().messageCount, tract.operations().items[0]?.verb)
  }
  expect(output.lines).toEqual([['fastForward', ['compressed', 'added', 'added'], true], [1, 'switch']])
})

test('Faults and outcomes', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.user('Hello')
    tract.branch('experiment')
    tract.assistant('Hi.')
    tract.switch('main')

    try {
      tract.switch('expermient')
    } catch (error) {
      if (!Fault.is(error, 'branch/not-found')) throw error
      console.log(error.message, error.hint, error.data.similar, 'lost:', error.lost)
    }

    const merged = tract.merge('experiment') // what you go on from is a result
    switch (merged.kind) {
      case 'upToDate': console.log('nothing new'); break
      case 'fastForward': console.log('now at', merged.to === tract.resolve('experiment')); break
      case 'clean': case 'resolved': console.log(merged.commit.hash); break
      case 'conflict': console.log(merged.pending.conflicts.length); break
    }
  }
  expect(output.lines).toEqual([
    ['There is no branch "expermient".', 'Did you mean "experiment"?', ['experiment'], 'lost:', 'nothing'],
    ['now at', true],
  ])
})

declare module 'tract-studio' {
  interface ContentTypes {
    reading: { readonly sensor: string; readonly celsius: number }
  }
}

test('A content type of your own', () => {
  using folder = tempFolder()
  using output = printed()
  {
    const reading = customContentType({
      type: 'reading',
      schema: z.strictObject({ sensor: z.string(), celsius: z.number().min(-273.15) }),
      role: 'user',
      render: ({ sensor, celsius }) => `${sensor} reads ${celsius} °C`,
    })
    {
      using tract = Tract.open(folder.file(), { contentTypes: [reading] })
      const first = tract.commit({ type: 'reading', sensor: 'attic', celsius: 31 }, { tags: ['hot'] })
      tract.edit(first.hash, { type: 'reading', sensor: 'attic', celsius: 13 })
      console.log(tract.compile().toDicts())
      try {
        tract.commit({ type: 'reading', sensor: 'attic', celsius: -300 })
      } catch (error) {
        if (Fault.is(error, 'content/invalid')) console.log(error.data.problems)
      }
    }
    using elsewhere = Tract.open(folder.file()) // a program that doesn't know the type reads its data
    console.log(elsewhere.compile().messages[0]?.content)
  }
  expect(output.lines).toEqual([
    [[{ role: 'user', content: 'attic reads 13 °C' }]],
    [['celsius: Too small: expected number to be >=-273.15']],
    ['{"celsius":13,"sensor":"attic"}'],
  ])
})

test('Following what happens', async () => {
  using output = printed()
  {
    using workspace = Workspace.open()
    const tract = workspace.create({ name: 'support' })
    const stop = new AbortController()
    const events = workspace.events({ since: workspace.lastSeq(), signal: stop.signal })

    tract.user('Hello')
    tract.batch(() => {
      tract.branch('side')
      tract.as('helper').assistant('Hi.')
    })

    let since = 0
    for await (const event of events) {
      if (event.seq !== null) since = event.seq // to go on from here after a restart
      switch (event.type) {
        case 'commit.added': console.log(event.branch, tract.show(event.commit).commit.author.id); break
        case 'head.moved': console.log('head', event.head.kind === 'attached' && event.head.branch); break
        case 'operation.done': console.log('done', event.done.verb); break
        default: break
      }
      if (event.type === 'operation.done' && event.done.verb === 'batch') stop.abort()
    }
    console.log(since === workspace.lastSeq())
  }
  expect(output.lines).toEqual([['main', 'user'], ['done', 'commit'], ['head', 'side'], ['side', 'helper'], ['done', 'batch'], [true]])
})

test('Care of the file', async () => {
  using folder = tempFolder()
  using output = printed()
  {
    using workspace = Workspace.open(folder.file('team.tract'))
    const tract = workspace.create({ name: 'support' })
    tract.user('Hello')

    const check = workspace.fsck('full')
    console.log(check.ok, check.findings, check.counts.tracts, check.counts.commits)
    const chain = workspace.verify()
    console.log(chain.kind === 'intact' ? `${chain.entries} entries` : `broken at ${chain.at}`)
    console.log(workspace.replay().kind)

    const saved = await workspace.backup(folder.file('backup.tract'), { signal: AbortSignal.timeout(30_000) })
    console.log(saved.digest === check.digest, saved.sizeBytes > 0)

    using copy = Tract.load(folder.file('backup.tract')) // in memory: what is done here goes nowhere
    copy.user('Only in the copy.')
    console.log(copy.workspace.path, copy.status().messageCount, tract.status().messageCount)
    await copy.workspace.backup(folder.file('copy.tract')) // until it is saved
    using again = Tract.open(folder.file('copy.tract'), { ifMissing: 'fail' })
    console.log(again.name, again.status().messageCount)
  }
  expect(output.lines).toEqual([[true, [], 1, 1], ['2 entries'], ['same'], [true, true], [null, 2, 1], ['support', 2]])
})
