import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { CommitHash, MessageId, TractId } from '../../../core/model/ids.ts'
import type { SearchHit } from '../../../core/model/search.ts'
import { readContext } from '../../../renderer/commands/context.ts'
import type { CommandContext } from '../../../renderer/commands/context.ts'
import { noSources, paletteEntries, wordsForSteps } from '../../../renderer/commands/paletteEntries.ts'
import type { PaletteSources } from '../../../renderer/commands/paletteEntries.ts'
import { readPlace, stepsAt } from '../../../renderer/commands/readPlace.ts'
import { inWording } from '../../../renderer/words/words.ts'
import { queryClient } from '../../../renderer/queries/client.ts'
import { message } from '../chat/messages.ts'

const messagesOf = (texts: readonly string[]) => texts.map((text) => message(text))
const tract = 't1' as TractId
const branch = (name: string) => ({ name, commit: 'c1' as CommitHash, messageCount: 3, commitCount: 3, updatedAt: 0 })
const context = (): CommandContext => ({
  ...readContext(),
  tract,
  branch: 'main',
  tracts: [{ id: tract, name: 'Garden', messageCount: 3 }, { id: 't2' as TractId, name: 'Kitchen', messageCount: 5 }] as never,
  overview: { branches: [branch('main'), branch('spring')], status: { commitCount: 3, pending: {} }, undo: { undo: null, redo: null } } as never,
  messages: messagesOf(['How long do carrots keep?', 'All winter, in sand.']),
})
const hit: SearchHit = { tract, messageId: 'm9' as MessageId, commit: 'c9' as CommitHash, branches: ['spring'], snippet: 'carrots in spring', marks: [], hidden: false }
const sources: PaletteSources = { ...noSources, tags: [{ name: 'good-carrots', commit: 'c1' as CommitHash }], hits: [hit] }
const found = (typed: string, more: Partial<PaletteSources> = {}) => paletteEntries(typed, context(), { ...sources, ...more }).map(({ group, title }) => `${group}: ${title}`)

beforeEach(() => {
  queryClient.clear()
  vi.stubGlobal('matchMedia', () => ({ matches: false })) // a wide window
})

describe('the palette', () => {
  test('looks for steps here first, then for those the host found on other branches', () => expect(found('@carrots')).toEqual(['Steps: How long do carrots keep?', 'Steps: carrots in spring']))
  test('finds other versions of a step that is here, and what stands further in than its first line, but tells no text twice', () => {
    const [here] = context().messages
    if (here === undefined) throw new Error('no message')
    const { messageId, commit } = here
    const older = { ...hit, messageId, commit: 'c7' as CommitHash, snippet: 'carrots of another branch' }
    expect(found('@carrots', { hits: [{ ...hit, messageId, commit }, older] })).toEqual(['Steps: How long do carrots keep?', 'Steps: carrots of another branch'])
    expect(found('@far', { hits: [{ ...hit, messageId, commit, snippet: 'far into it' }] })).toEqual(['Steps: far into it'])
  })
  test('looks for bookmarks after !', () => expect(found('!car')).toEqual(['Bookmarks: good-carrots']))
  test('looks for branches after #', () => expect(found('#')).toEqual(['Branches: spring']))
  test('offers a hash it doesn’t know', () => expect(found(':3f9a')).toEqual(['Go to: Go to 3f9a']))
  test('opens tracts, branches and bookmarks only when asked for those', () => expect(found('', { isQuickOpen: true })).toEqual(['Branches: spring', 'Bookmarks: good-carrots', 'Tracts: Kitchen']))
  test('shows first what was chosen lately, newest first', () => {
    expect(found('', { isQuickOpen: true, recent: ['t2', '!good-carrots'] })).toEqual(['Recent: Kitchen', 'Recent: good-carrots', 'Branches: spring'])
    expect(found('>theme', { recent: ['theme.dark'] })[0]).toEqual('Commands: Dark theme')
  })
  test('finds a command by its name in either wording, and by what else people call it', () => {
    const ids = (typed: string) => paletteEntries(typed, context(), sources).flatMap(({ id, group }) => (group === 'Commands' || group === 'On the selected step' ? [id] : []))
    const wanted = { pin: 'step.pin', merge: 'branch.merge', rebase: 'branch.rebase', cherry: 'step.put', reset: 'step.reset', checkout: 'step.goTo', compress: 'step.compress', skip: 'step.hide', font: 'app.appearance', bookmark: 'step.bookmark' }
    expect(Object.entries(wanted).filter(([typed, id]) => !ids(typed).includes(id))).toEqual([])
    inWording('git', () => expect([ids('summarise').includes('step.compress'), ids('hide from').includes('step.hide')]).toEqual([true, true]))
  })
  test('keeps what can’t be done now in sight, last, with the reason', () => {
    const entries = paletteEntries('>undo', context(), sources)
    expect(entries.filter(({ id }) => id === 'history.undo').map(({ off }) => off)).toEqual(['There is nothing to undo'])
  })
})

test('the host is asked for words only, and not for commands or branches', () => {
  expect([wordsForSteps('@ carrots ', false), wordsForSteps('carrots', false), wordsForSteps('c', false), wordsForSteps('>carrots', false), wordsForSteps(':3f9', false), wordsForSteps('carrots', true)]).toEqual(['carrots', 'carrots', null, null, null, null])
})

test('ten thousand steps are looked through once for each letter', () => {
  const many = { ...context(), messages: messagesOf(Array.from({ length: 10_000 }, (_, at) => `Step ${at} about carrots and sand`)) }
  expect(paletteEntries('@step 9999', many, noSources).map(({ title }) => title)).toEqual(['Step 9999 about carrots and sand'])
})

describe('a place', () => {
  const now = new Date('2026-03-10T15:00:00').getTime()
  const at = (text: string): number => new Date(text).getTime()
  test.each([
    ['3f9a', { kind: 'hash', start: '3f9a' }],
    ['14:05', { kind: 'time', at: at('2026-03-10T14:05:59.999') }],
    ['yesterday 9:30', { kind: 'time', at: at('2026-03-09T09:30:59.999') }],
    ['2026-02-01', { kind: 'time', at: at('2026-02-01T23:59:59.999') }],
    ['2026-02-01 14:05:12', { kind: 'time', at: at('2026-02-01T14:05:12.999') }],
    ['25:00', null],
    ['hello', null],
    ['', null],
  ])('“%s” is read', (typed, place) => expect(readPlace(typed, now)).toEqual(place))

  test('of a time is the last step by then, of a hash every step that begins so', () => {
    const rows = [['aa1', 1], ['aa2', 5], ['bb1', 9]].map(([hash, createdAt]) => ({ hash: String(hash), createdAt: Number(createdAt), state: 'in' }))
    expect([stepsAt(rows, { kind: 'time', at: 6 }), stepsAt(rows, { kind: 'hash', start: 'aa' })].map((list) => list.map(({ hash }) => hash))).toEqual([['aa2', 'aa1'], ['aa1', 'aa2']])
  })
})
