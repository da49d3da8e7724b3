import { expect, test } from 'vitest'
import { type MergeResult, Tract } from 'tract-studio'
import { printed } from '../helpers/printed.ts'

test('06/01 — Branch, Switch, Delete', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.system('You plan trips.')
    tract.user('Three days in Lisbon?')

    tract.branch('experiment') // and moves there
    tract.assistant('Day 1: surfing.')
    tract.switch('main')
    tract.assistant('Day 1: Alfama on foot.')

    for (const { isCurrent, name, messageCount } of tract.listBranches()) console.log(isCurrent ? '*' : ' ', name, messageCount)
    console.log(tract.on('experiment').compile().messages.at(-1)?.content)

    tract.deleteBranch('experiment', { force: true }) // its commits are on no other branch
    console.log(tract.listBranches().length)
    tract.undo()
    console.log(tract.listBranches().length)
  }
  expect(output.lines).toEqual([['*', 'main', 3], [' ', 'experiment', 3], ['Day 1: surfing.'], [1], [2]])
})

test('06/02 — Merge Strategies', () => {
  using output = printed()
  {
    using tract = Tract.open()
    const tell = (what: string, result: MergeResult): void => console.log(what, result.kind, tract.compile().messages.map(({ content }) => content))
    const rules = tract.system('You plan trips.')

    tract.branch('museums')
    tract.user('Which museums?')
    tract.switch('main')
    tract.branch('food')
    tract.user('Which restaurants?')
    tract.switch('main')

    tell('ahead', tract.merge('museums', { deleteBranch: true }))
    tell('diverged', tract.merge('food'))

    tract.branch('strict')
    tract.edit(rules.hash, 'You plan trips, by train only.')
    tract.switch('main')
    tract.edit(rules.hash, 'You plan cheap trips.')
    const clash = tract.merge('strict')
    if (clash.kind === 'conflict') {
      const [conflict] = clash.pending.conflicts
      console.log(conflict?.kind, '|', conflict?.base.text, '|', conflict?.ours.text, '|', conflict?.theirs.text)
      tract.abortMerge()
    }
    tell('by strategy', tract.merge('strict', { strategy: 'theirs' }))
    tell('again', tract.merge('strict'))
  }
  expect(output.lines).toEqual([
    ['ahead', 'fastForward', ['You plan trips.', 'Which museums?']],
    ['diverged', 'clean', ['You plan trips.', 'Which museums?', 'Which restaurants?']],
    ['bothEdited', '|', 'You plan trips.', '|', 'You plan cheap trips.', '|', 'You plan trips, by train only.'],
    ['by strategy', 'resolved', ['You plan trips, by train only.', 'Which museums?', 'Which restaurants?']],
    ['again', 'upToDate', ['You plan trips, by train only.', 'Which museums?', 'Which restaurants?']],
  ])
})

test('06/03 — Cherry-Pick and Rebase', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.user('Where shall we go?')
    tract.branch('ideas')
    tract.assistant('To the moon.')
    const good = tract.assistant('To Porto, by train.')
    tract.edit(good.hash, 'To Porto, by night train.')

    tract.switch('main')
    const picked = tract.cherryPick(good.hash) // as it is shown there: corrected
    if (picked.kind === 'picked') console.log(picked.commits.map(({ kind }) => kind), tract.compile().messages.at(-1)?.messageId === good.messageId)
    tract.user('How long?')

    tract.switch('ideas')
    const rebased = tract.rebase('main')
    if (rebased.kind === 'rebased') console.log(rebased.oldTip.name, rebased.warnings.length)
    console.log(tract.compile().messages.map(({ content }) => content))

    tract.switch('main')
    console.log(tract.merge('ideas').kind)
  }
  expect(output.lines).toEqual([
    [['append', 'edit'], true],
    ['before-rebase/ideas', 0],
    [['Where shall we go?', 'To Porto, by night train.', 'How long?', 'To the moon.']],
    ['fastForward'],
  ])
})

test('06/03 — an edit without its message comes back as an issue', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.user('Where shall we go?')
    tract.branch('ideas')
    const late = tract.assistant('To Porto.')
    const correction = tract.edit(late.hash, 'To Porto, by train.')
    tract.switch('main')

    const picked = tract.cherryPick(correction.hash)
    if (picked.kind === 'issues') console.log(picked.issues.map((issue) => [issue.kind, issue.text]), tract.status().commitCount)
    console.log(tract.cherryPick(correction.hash, { onIssue: 'asNewMessage' }).kind, tract.compile().messages.at(-1)?.content)
  }
  expect(output.lines).toEqual([[[['targetMissing', 'To Porto, by train.']], 1], ['picked', 'To Porto, by train.']])
})
