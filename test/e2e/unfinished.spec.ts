import type { ModelServer } from '../helpers/modelServer.ts'
import { expect, test } from './fixtures.ts'
import { linesOf } from './received.ts'
import type { Studio } from './studio.ts'

const half = { kind: 'answer', text: 'Once upon a', afterwards: 'cut' } as const

/** A question whose answer broke off after three words. */
async function cutAnswer(studio: Studio, local: ModelServer): Promise<void> {
  local.script(half)
  await studio.say('Tell me a story')
  await expect(studio.partial).toContainText('Once upon a')
  await expect(studio.partial).toContainText('the connection was cut')
}

test.beforeEach(async ({ connected: studio, local }) => cutAnswer(studio, local))

test('a cut answer goes on where it stopped', async ({ connected: studio, local }) => {
  local.script(' time there was a cat.')
  await studio.way('Continue').click()
  await expect(studio.answer('Once upon a time there was a cat.')).toBeVisible()
  await expect(studio.partial).toHaveCount(0)
  expect(linesOf(local.requests[1]).slice(0, 2)).toEqual(['user: Tell me a story', 'assistant: Once upon a'])
  await studio.ask('And then?', 'Echo: And then?')
  expect(linesOf(local.requests[2])).toEqual(['user: Tell me a story', 'assistant: Once upon a time there was a cat.', 'user: And then?'])
})

test('a cut answer is asked for again from the start', async ({ connected: studio, local }) => {
  local.script('There was a dog.')
  await studio.way('Retry').click()
  await expect(studio.answer('There was a dog.')).toBeVisible()
  await expect(studio.partial).toHaveCount(0)
  expect(linesOf(local.requests[1])).toEqual(['user: Tell me a story'])
})

test('a cut answer is kept as it is', async ({ connected: studio, local }) => {
  await studio.way('Keep as is').click()
  await expect(studio.partial).toHaveCount(0)
  await expect(studio.answer('Once upon a')).toBeVisible()
  await studio.ask('Go on', 'Echo: Go on')
  expect(linesOf(local.requests[1])).toEqual(['user: Tell me a story', 'assistant: Once upon a', 'user: Go on'])
})

test('a cut answer is discarded, and undo brings it back', async ({ connected: studio }) => {
  await studio.way('Discard').click()
  await expect(studio.partial).toHaveCount(0)
  await expect(studio.feed.getByText('No answer yet.')).toBeVisible()
  await studio.undo('discard of an unfinished answer')
  await expect(studio.partial).toContainText('Once upon a')
})

test('a cut answer is still there after the app was closed', async ({ connected: studio }) => {
  await studio.restart()
  await expect(studio.partial).toContainText('Once upon a')
  await expect(studio.way('Continue')).toBeVisible()
})

test('a person may write on: the model is not shown the unfinished words, and they are not lost', async ({ connected: studio, local }) => {
  await studio.ask('Never mind', 'Echo: Never mind')
  expect(linesOf(local.requests[1]).join('\n')).not.toContain('Once upon a')
  await expect(studio.partial).toContainText('Once upon a')
})
