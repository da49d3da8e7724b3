import { expect, test } from 'vitest'
import type { MessageId, TractId } from '../../../core/model/ids.ts'
import { readStepLink, stepLink } from '../../../renderer/search/stepLink.ts'

const [tract, message] = ['0192f3c4-7b1a-7c3d-9e5f-0123456789ab' as TractId, 'a'.repeat(64) as MessageId]

test('a link leads back to the step it was made of', () => {
  expect(readStepLink(` ${stepLink(tract, message)}\n`)).toEqual({ tract, message })
})

test.each(['', 'tract:', 'tract:x/y', `tract:${tract}/${'g'.repeat(64)}`, `see tract:${tract}/${message}`])('%j is no link', (text) => {
  expect(readStepLink(text)).toBeNull()
})
