import { describe, expect, test } from 'vitest'
import { Tract, Workspace } from '../../../../core/index.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { randomOf } from '../../../helpers/random.ts'
import { tempFolder } from '../../../helpers/tempFolder.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

function conversation(path = ':memory:') {
  const tract = Tract.open(path, { ports: testPorts(handClock()) })
  const said = [tract.system('Be brief.'), tract.user('How long can I return shoes that I bought in the shop in Hamburg?'), tract.assistant('You have 60 days for that, in every shop.'), tract.user('And for boots that I wore once outside, in the rain?'), tract.assistant('The same, if the sole has light marks only.'), tract.user('Thanks.')]
  return { tract, said }
}
const texts = (tract: Tract) => tract.compile().messages.map(({ content }) => content)

describe('a compression that waits', () => {
  test('changes nothing, tells what it would come to, and is approved as one operation that undo takes back', () => {
    const { tract, said } = conversation()
    using _ = tract
    const before = texts(tract)
    const draft = tract.compress({ from: said[1]!.hash, to: said[4]!.hash, content: 'Returns: 60 days.', autoCommit: false, mustKeep: ['60 days', /Hamburg/] })
    expect([texts(tract), draft.isStale, draft.branch, draft.runs[0]?.originals.map(({ content }) => content), draft.missing, draft.tokensBefore]).toEqual([
      before, false, 'main', said.slice(1, 5).map(({ messageId }) => tract.compile().messages.find((one) => one.messageId === messageId)?.content), [{ run: 0, expected: '/Hamburg/' }], tract.status().tokenCount,
    ])
    const result = tract.approveCompression(draft.id)
    expect([result.kind, texts(tract), tract.status().tokenCount, tract.listCompressionDrafts()]).toEqual(['compressed', ['Be brief.', 'Returns: 60 days.', 'Thanks.'], draft.tokensAfter, []])
    tract.undo()
    expect([texts(tract), tract.listCompressionDrafts()]).toEqual([before, [draft]])
    tract.redo()
    expect([texts(tract).length, faultOf(() => tract.approveCompression(draft.id))]).toEqual([3, 'draft/closed'])
  })

  test('names the run whose messages say what no summary says, at once and as a draft', () => {
    const { tract, said } = conversation()
    using _ = tract
    tract.annotate(said[2]!.hash, 'pinned')
    const options = { from: said[1]!.hash, to: said[5]!.hash, content: ['Returns of shoes.', 'Boots.'], mustKeep: ['light marks', /hamburg/gi, 'nowhere', /RETURNS/i] }
    const missing = [{ run: 1, expected: 'light marks' }, { run: 0, expected: '/hamburg/gi' }, { run: 0, expected: 'nowhere' }]
    const draft = tract.compress({ ...options, autoCommit: false })
    const atOnce = tract.dryRun(() => tract.compress(options)).result
    expect([draft.missing, atOnce, tract.approveCompression(draft.id)]).toMatchObject([missing, { missing }, { missing }])
  })

  test('keeps every version of every run, and applies the chosen ones', () => {
    const { tract, said } = conversation()
    using _ = tract
    tract.annotate(said[3]!.hash, 'pinned')
    const draft = tract.compress({ from: said[1]!.hash, to: said[5]!.hash, content: ['Returns.', 'Boots.'], autoCommit: false })
    tract.editCompression(draft.id, 0, 'Returns: 60 days.')
    const third = tract.editCompression(draft.id, 0, 'Returns: two months.')
    const back = tract.chooseCompression(draft.id, 0, 1)
    expect([third.runs[0]?.versions.map(({ text }) => text), third.runs[0]?.chosen, back.runs.map(({ summary }) => summary)]).toEqual([['Returns.', 'Returns: 60 days.', 'Returns: two months.'], 2, ['Returns: 60 days.', 'Boots.']])
    tract.undo()
    expect(tract.listCompressionDrafts()[0]?.runs[0]?.summary).toBe('Returns: two months.')
    tract.redo()
    tract.approveCompression(draft.id)
    expect(texts(tract)).toEqual(['Be brief.', 'Returns: 60 days.', 'And for boots that I wore once outside, in the rain?', 'Boots.'])
  })

  test('is rejected with a reason, and undo brings it back', () => {
    const { tract } = conversation()
    using _ = tract
    const draft = tract.compress({ content: 'All of it.', autoCommit: false })
    expect([tract.rejectCompression(draft.id, { reason: 'too lossy' }).detail, tract.listCompressionDrafts()]).toEqual(['too lossy', []])
    tract.undo()
    expect(tract.listCompressionDrafts()).toEqual([draft])
  })

  test('is there after the file was closed, with its wishes', () => {
    using folder = tempFolder()
    {
      const { tract } = conversation(folder.file())
      using _ = tract
      tract.compress({ content: 'All of it.', autoCommit: false, mustKeep: ['60', /b(oo)t/i] })
    }
    using workspace = Workspace.open(folder.file())
    const [draft] = workspace.get(workspace.list()[0]!.id).listCompressionDrafts()
    expect([draft?.runs[0]?.summary, draft?.wish.mustKeep, draft?.missing.length, workspace.fsck('deep').findings, workspace.verify().kind, workspace.replay().kind]).toEqual(['All of it.', ['60', '/b(oo)t/i'], 2, [], 'intact', 'same'])
  })

  test('goes with its branch when that is renamed, and says when the branch is gone', () => {
    const { tract, said } = conversation()
    using _ = tract
    tract.branch('side')
    const draft = tract.compress({ from: said[1]!.hash, to: said[2]!.hash, content: 'Returns.', autoCommit: false })
    tract.renameBranch('side', 'other')
    expect(tract.listCompressionDrafts().map(({ branch, isStale }) => [branch, isStale])).toEqual([['other', false]])
    tract.switch('main')
    tract.deleteBranch('other', { force: true })
    expect([tract.listCompressionDrafts()[0]?.isStale, faultOf(() => tract.approveCompression(draft.id)), faultOf(() => tract.refreshCompression(draft.id))]).toEqual([true, 'draft/stale', 'draft/stale'])
    tract.rejectCompression(draft.id)
    expect(tract.listCompressionDrafts()).toEqual([])
  })

  test('is approved on its own branch, wherever HEAD is', () => {
    const { tract, said } = conversation()
    using _ = tract
    tract.branch('side', { switch: false })
    const draft = tract.on('side').compress({ from: said[1]!.hash, to: said[2]!.hash, content: 'Returns.', autoCommit: false })
    tract.approveCompression(draft.id)
    expect([texts(tract).length, texts(tract.on('side')).length]).toEqual([6, 5])
  })

  test('is not what it can’t be', () => {
    const { tract, said } = conversation()
    using _ = tract
    const draft = tract.compress({ from: said[1]!.hash, to: said[2]!.hash, content: 'Returns.', autoCommit: false })
    tract.editCompression(draft.id, 0, 'Returns. '.repeat(100))
    expect([
      faultOf(() => tract.compress({ content: ' ', autoCommit: false })), faultOf(() => tract.editCompression(draft.id, 0, '')), faultOf(() => tract.editCompression(draft.id, 1, 'x')),
      faultOf(() => tract.chooseCompression(draft.id, 0, 7)), faultOf(() => tract.approveCompression(draft.id)), faultOf(() => tract.rejectCompression('draft_x' as typeof draft.id)), texts(tract).length,
    ]).toEqual(['compress/empty', 'compress/empty', 'input/invalid', 'input/invalid', 'compress/longer', 'draft/not-found', 6])
    tract.annotate(said.map(({ hash }) => hash), 'skip')
    expect(faultOf(() => tract.compress({ content: 'x', autoCommit: false }))).toBe('compress/nothing')
  })
})

describe('what happens to its messages meanwhile', () => {
  const draftOf = () => {
    const made = conversation()
    return { ...made, draft: made.tract.compress({ from: made.said[1]!.hash, to: made.said[4]!.hash, content: 'Returns: 60 days.', autoCommit: false }) }
  }
  type Scene = ReturnType<typeof draftOf>
  test.each<[string, (scene: Scene) => unknown, boolean, string]>([
    ['a message after them leaves it as it is', ({ tract }) => tract.user('Bye.'), false, 'compressed'],
    ['a correction of one makes it stale', ({ tract, said }) => tract.edit(said[2]!.hash, 'You have 30 days.'), true, 'compressed'],
    ['hiding one makes it stale', ({ tract, said }) => tract.annotate(said[2]!.hash, 'skip'), true, 'compressed'],
    ['a pin within makes it stale, and it falls apart', ({ tract, said }) => tract.annotate(said[2]!.hash, 'pinned'), true, 'draft/stale'],
    ['a pin at its end makes it stale', ({ tract, said }) => tract.annotate(said[4]!.hash, 'pinned'), true, 'compressed'],
    ['a summary of some makes it stale', ({ tract, said }) => tract.compress({ from: said[1]!.hash, to: said[2]!.hash, content: 'x' }), true, 'compressed'],
    ['a branch moved to before them makes it stale', ({ tract, said }) => tract.reset(said[0]!.hash), true, 'draft/stale'],
  ])('%s', (_, act, isStale, refreshed) => {
    const scene = draftOf()
    const { tract, draft } = scene
    using __ = tract
    act(scene)
    const after = () => {
      if (tract.listCompressionDrafts()[0]?.isStale) tract.refreshCompression(draft.id)
      return tract.approveCompression(draft.id).kind
    }
    expect([tract.listCompressionDrafts()[0]?.isStale, isStale ? faultOf(() => tract.approveCompression(draft.id)) : null]).toEqual([isStale, isStale ? 'draft/stale' : null])
    expect(refreshed === 'compressed' ? after() : faultOf(after)).toBe(refreshed)
  })
})

test('in any history, a draft that is approved at once is the compression itself, and expanding it gives what was there', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = randomOf(seed)
    using tract = Tract.open(':memory:', { ports: testPorts(handClock()) })
    const said = Array.from({ length: 4 + random.below(8) }, (_, nth) => (nth % 2 === 0 ? tract.user(`Question ${nth} about the ${'long '.repeat(random.below(6) + 3)}way`) : tract.assistant(`Answer ${nth}, which is ${'very '.repeat(random.below(6) + 3)}full`)))
    for (const { hash } of said) {
      if (random.chance(0.2)) tract.annotate(hash, random.chance(0.5) ? 'pinned' : 'skip')
      if (random.chance(0.2)) tract.edit(hash, `Corrected ${'at length '.repeat(4)}${seed}`)
    }
    const [a, b] = [random.below(said.length), random.below(said.length)].toSorted((x, y) => x - y) as [number, number]
    const range = { from: said[a]!.hash, to: said[b]!.hash }
    const before = tract.compile().hash
    const content = contentFor(tract, range)
    if (tract.dryRun(() => tract.compress({ ...range, content })).result.kind === 'nothing') continue
    const made = tract.compress({ ...range, content, autoCommit: false })
    const direct = tract.dryRun(() => tract.compress({ ...range, content })).effect.contextHash
    const result = tract.approveCompression(made.id)
    expect([seed, tract.compile().hash, result.kind]).toEqual([seed, direct, 'compressed'])
    if (result.kind === 'compressed') for (const { hash } of result.commits) tract.expand(hash)
    expect([seed, tract.compile().hash]).toEqual([seed, before])
  }
})

/** One text for each run there is. */
function contentFor(tract: Tract, range: { readonly from: string; readonly to: string }): readonly string[] {
  for (let count = 1; count < 20; count += 1) {
    const content = Array.from({ length: count }, (_, run) => `S${run}`)
    const tried = faultOf(() => tract.dryRun(() => tract.compress({ ...range, content })))
    if (tried !== 'compress/runs-mismatch') return content
  }
  throw new Error('more runs than messages')
}

describe('a summary once more', () => {
  const summarised = () => {
    const made = conversation()
    const { tract, said } = made
    const result = tract.compress({ from: said[1]!.hash, to: said[4]!.hash, content: 'Returns and boots, at some length.' })
    if (result.kind !== 'compressed') throw new Error('nothing to compress')
    return { ...made, summary: result.commits[0]! }
  }

  test('stands for the same messages in the place of the first, at once or as a draft; undo brings the first one back', () => {
    const { tract, said, summary } = summarised()
    using _ = tract
    const before = texts(tract)
    const preview = tract.previewCompression({ again: summary.hash })
    const draft = tract.compress({ again: summary.hash, content: 'Returns: 60 days.', autoCommit: false, mustKeep: ['light marks'] })
    expect([preview.runs.map(({ messages }) => messages), preview.tokens, draft.again, draft.runs[0]?.originalTokens, draft.missing, texts(tract)]).toEqual([
      [said.slice(1, 5).map(({ messageId }) => messageId)], summary.originalTokens, summary.messageId, summary.originalTokens, [{ run: 0, expected: 'light marks' }], before,
    ])
    const direct = tract.dryRun(() => tract.compress({ again: summary.hash, content: 'Returns: 60 days.' })).effect.contextHash
    tract.approveCompression(draft.id)
    expect([texts(tract), tract.compile().hash, tract.status().tokenCount]).toEqual([['Be brief.', 'Returns: 60 days.', 'Thanks.'], direct, draft.tokensAfter])
    tract.undo()
    expect([texts(tract), tract.listCompressionDrafts()]).toEqual([before, [draft]])
  })

  test('is split by what was pinned or left out since, and takes corrections made meanwhile', () => {
    const { tract, said, summary } = summarised()
    using _ = tract
    tract.annotate(said[2]!.hash, 'pinned')
    tract.edit(said[4]!.hash, 'The same, if they are clean.')
    const draft = tract.compress({ again: summary.hash, preserve: [said[4]!.hash], content: ['Returns.', 'Boots.'], autoCommit: false })
    tract.approveCompression(draft.id)
    expect(texts(tract)).toEqual(['Be brief.', 'Returns.', 'You have 60 days for that, in every shop.', 'Boots.', 'The same, if they are clean.', 'Thanks.'])
  })

  test('is stale when the first was expanded or summarised itself, and refused of what is none', () => {
    const { tract, said, summary } = summarised()
    using _ = tract
    const draft = tract.compress({ again: summary.hash, content: 'Returns.', autoCommit: false })
    const stale = (act: () => unknown) => {
      act()
      const found = [tract.listCompressionDrafts()[0]?.isStale, faultOf(() => tract.approveCompression(draft.id)), faultOf(() => tract.compress({ again: summary.hash, content: 'x' })), tract.workspace.fsck('deep').findings.length]
      tract.undo()
      return found
    }
    expect([
      stale(() => tract.expand(summary.hash)), stale(() => tract.compress({ content: 'All.' })), tract.listCompressionDrafts()[0]?.isStale,
      faultOf(() => tract.compress({ again: said[1]!.hash, content: 'x' })), tract.workspace.replay().kind,
    ]).toEqual([[true, 'draft/stale', 'expand/already', 0], [true, 'draft/stale', 'expand/inside-another', 0], false, 'expand/not-a-summary', 'same'])
  })
})
