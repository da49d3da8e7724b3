import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { ConnectionLost, faultOf } from '../../../renderer/faults/faultOf.ts'

const report = { code: 'chat/busy', kind: 'user', message: 'An answer is already being written on "main".', hint: 'Stop it first.', lost: 'nothing', retryable: false, data: { branch: 'main' } }

test('a fault from the host is shown as the host worded it', () => {
  expect(faultOf(new ORPCError('FAULT', { status: 422, defined: true, data: report }))).toEqual(report)
})

test('what never left the page, what may have been done and what is a bug are told apart', () => {
  const aborted = Object.assign(new Error('closed'), { name: 'AbortError' })
  const errors = [new ConnectionLost('before'), new ConnectionLost('during'), aborted, new ORPCError('INTERNAL_SERVER_ERROR'), new Error('x is undefined')]
  expect(errors.map((error) => [faultOf(error).code, faultOf(error).kind, faultOf(error).lost])).toEqual([
    ['page/connection-lost', 'environment', 'nothing'],
    ['page/connection-lost', 'environment', 'nothing'],
    ['page/connection-lost', 'environment', 'nothing'],
    ['page/internal_server_error', 'bug', 'nothing'],
    ['page/bug', 'bug', 'nothing'],
  ])
})
