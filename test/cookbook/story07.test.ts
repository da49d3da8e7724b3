import { expect, test } from 'vitest'
import { scripted, Tract } from 'tract-studio'
import { handClock } from '../helpers/handClock.ts'
import { printed } from '../helpers/printed.ts'
import { testPorts } from '../helpers/testPorts.ts'

test('07/01 — Manual Compression', () => {
  using output = printed()
  {
    using tract = Tract.open()
    tract.system('You help with a kitchen.')
    const first = tract.user('Oak or walnut?')
    tract.assistant('Oak is cheaper, walnut is darker.')
    const last = tract.user('Oak, then.')
    tract.user('And the handles?')

    const result = tract.compress({ from: first.hash, to: last.hash, content: 'The customer chose oak over walnut.' })
    if (result.kind === 'compressed') {
      console.log(result.originalTokens, '→', result.summaryTokens)
      for (const summary of result.commits) console.log(summary.preview, 'stands for', summary.replaces.length)
    }
    console.log(tract.compile().messages.map((message) => message.content)) // rules, summary, handles
  }
  expect(output.lines).toEqual([[28, '→', 11], ['The customer chose oak over walnut.', 'stands for', 3], [['You help with a kitchen.', 'The customer chose oak over walnut.', 'And the handles?']]])
})

test('07/02 — Compression by a Model, with Review', async () => {
  using output = printed()
  {
    using tract = Tract.open()
    const seen = (): readonly string[] => tract.compile().messages.map(({ content }) => content)
    const model = scripted(['They compared woods.', 'They compared woods: oak, 40 mm, for 1,200 €.', 'Oak, 40 mm, 1,200 €.'])
    tract.configureClients({ compress: model })
    tract.user('Oak or walnut for the worktop, and how thick should it be?')
    const rule = tract.user('Never order before I have said yes.')
    const offer = tract.assistant('Oak, 40 mm thick, would be 1,200 € with the oil and the cutting.')
    tract.annotate(rule.hash, 'pinned')
    tract.edit(offer.hash, 'Oak, 40 mm thick, would be 1,200 € with the oil.') // a model reads what stands there now

    const draft = await tract.compress({ from: offer.hash, to: offer.hash, mustKeep: ['1,200 €', /\d+ mm/], autoCommit: false })
    console.log(draft.runs.map(({ summary }) => summary), draft.missing, model.requests.length) // the first one lacked a fact, so it was asked again
    const shorter = await tract.regenerateCompression(draft.id, 0, { guidance: 'numbers only' })
    console.log(shorter.runs[0]?.versions.map(({ text }) => text), shorter.tokensBefore - shorter.tokensAfter)
    console.log(seen().length) // nothing has happened yet

    tract.approveCompression(draft.id)
    console.log(seen())

    const rest = tract.compress({ content: ['They asked about a worktop.', 'Oak, 40 mm, 1,200 €'], autoCommit: false }) // a pinned one splits it
    tract.rejectCompression(rest.id, { reason: 'that is all we know' })
    console.log(tract.listCompressionDrafts().length, seen().length)
  }
  expect(output.lines).toEqual([
    [['They compared woods: oak, 40 mm, for 1,200 €.'], [], 2],
    [['They compared woods: oak, 40 mm, for 1,200 €.', 'Oak, 40 mm, 1,200 €.'], 7],
    [3],
    [['Oak or walnut for the worktop, and how thick should it be?', 'Never order before I have said yes.', 'Oak, 40 mm, 1,200 €.']],
    [0, 3],
  ])
})

test('07/02 — Back from a Summary, and Smaller Still', () => {
  using output = printed()
  {
    using tract = Tract.open()
    const tell = (what: string): void => console.log(what, tract.compile().messages.map(({ content }) => content))
    const [asked, told] = ['Which oil for the oak worktop, and how often?', 'Linseed oil, twice a year, in thin coats.', 'Thank you, that helps a lot.'].map((text) => tract.user(text).hash)
    const result = tract.compress({ from: asked!, to: told!, content: 'Oak: linseed oil, twice a year.' })
    if (result.kind !== 'compressed') throw new Error('nothing to compress')
    const [summary] = result.commits
    tell('short')

    tract.expand(summary!.hash) // the messages are shown again, in their own places
    tell('long')
    tract.undo()
    tract.compress({ again: summary!.hash, content: 'Oak: linseed oil.' }) // the same messages once more: the new summary takes the place of the old
    tell('smaller')
    tract.compress({ content: 'Oak needs oil.' }) // a summary may be summarised itself
    tell('still smaller')
    tract.undo()
    tract.undo()
    tract.undo()
    tell('as if nothing had been')
  }
  expect(output.lines).toEqual([
    ['short', ['Oak: linseed oil, twice a year.', 'Thank you, that helps a lot.']],
    ['long', ['Which oil for the oak worktop, and how often?', 'Linseed oil, twice a year, in thin coats.', 'Thank you, that helps a lot.']],
    ['smaller', ['Oak: linseed oil.', 'Thank you, that helps a lot.']],
    ['still smaller', ['Oak needs oil.']],
    ['as if nothing had been', ['Which oil for the oak worktop, and how often?', 'Linseed oil, twice a year, in thin coats.', 'Thank you, that helps a lot.']],
  ])
})

test('07/03 — Garbage Collection', () => {
  using output = printed()
  {
    const clock = handClock()
    using tract = Tract.open(':memory:', { ports: testPorts(clock) })
    const first = tract.user('Oak or walnut, and what would either of them cost?')
    const last = tract.assistant('Oak is cheaper, walnut is darker; both last for a lifetime.')
    tract.compress({ from: first.hash, to: last.hash, content: 'They compared oak and walnut.' })
    tract.branch('idea')
    tract.user('Or concrete?')
    tract.switch('main')
    tract.deleteBranch('idea', { force: true })
    for (let day = 1; day <= 40; day++) {
      clock.advance(24 * 3_600_000)
      tract.user(`Day ${day}: sawn.`)
    }

    const preview = tract.gc({ orphanRetentionDays: 7, archiveRetentionDays: 30, dryRun: true })
    console.log(preview.trashed.items.map((item) => item.preview), preview.archived.messages, preview.freedBytes)
    const done = tract.gc({ orphanRetentionDays: 7, archiveRetentionDays: 30 })
    console.log(done.trashed.commits, done.purgedMessages, done.freedBytes === preview.freedBytes)
    console.log(tract.compile().messages.length, 'messages, as before')
  }
  expect(output.lines).toEqual([[['Or concrete?'], 2, 200], [1, 2, true], [41, 'messages, as before']])
})

test('X.10 — Long-Running Autonomous Session: its memory', () => {
  using output = printed()
  {
    using tract = Tract.open(':memory:', { budget: { maxTokens: 1500 } })
    tract.system('You watch the machines.')
    const alertsIn = (text: string): number => Number(/^(\d+) alerts/.exec(text)?.[1] ?? (text.startsWith('INFO') ? 1 : 0))

    /** All but the newest: a summary between every two pinned ones tells how many there were. */
    const shorten = (): void => {
      const context = tract.compile().messages
      const said = new Map(context.map(({ messageId, content }): [string, string] => [messageId, content]))
      const range = { from: context[0]!.messageId, to: context.at(-6)!.messageId }
      const { runs } = tract.previewCompression(range)
      const preserve = runs.flatMap(({ messages: [first, ...more] }) => (more.length === 0 ? [first!] : [])) // short already
      const content = tract.previewCompression({ ...range, preserve }).runs.map(({ messages }) => `${messages.reduce((sum, id) => sum + alertsIn(said.get(id) ?? ''), 0)} alerts, nothing to be done.`)
      tract.compress({ ...range, preserve, content })
    }

    let highest = 0
    for (let turn = 1; turn <= 2000; turn++) {
      const isCritical = turn % 125 === 0
      tract.batch(() => {
        const alert = tract.user(isCritical ? `CRITICAL: machine ${turn} is on fire` : `INFO: machine ${turn} has ${turn % 90} % of its disk left`)
        if (isCritical) tract.annotate(alert.hash, 'pinned')
        return tract.assistant(isCritical ? 'Called the fire brigade.' : 'Noted.')
      })
      const pct = tract.status().budget?.pct ?? 0
      highest = Math.max(highest, pct)
      if (pct > 80) shorten()
    }

    const { messages } = tract.compile()
    console.log(highest < 84, tract.status().commitCount > 4000)
    console.log(messages.filter(({ content, priority }) => priority === 'pinned' && content.startsWith('CRITICAL')).map(({ content }) => /\d+/.exec(content)?.[0]))
    console.log(messages.reduce((sum, { content }) => sum + alertsIn(content), 0), 'alerts are accounted for')
    console.log(tract.search('machine 77').items.some(({ hidden }) => hidden), 'and every one can still be found')
  }
  expect(output.lines).toEqual([
    [true, true],
    [Array.from({ length: 16 }, (_, nth) => String((nth + 1) * 125))],
    [1984, 'alerts are accounted for'],
    [true, 'and every one can still be found'],
  ])
})
