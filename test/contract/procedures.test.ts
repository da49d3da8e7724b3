import { ORPCError } from '@orpc/client'
import { isContractProcedure } from '@orpc/contract'
import { describe, expect, test } from 'vitest'
import { Fault, toReport } from '../../core/model/fault.ts'
import type { FaultReport } from '../../core/model/fault.ts'
import { contract } from '../../main/contract/contract.ts'
import { branches } from './cases/branches.ts'
import { asking } from './cases/asking.ts'
import { compress } from './cases/compress.ts'
import { conversation } from './cases/conversation.ts'
import { finding } from './cases/finding.ts'
import { frame } from './cases/frame.ts'
import { settings } from './cases/settings.ts'
import { policies } from './cases/policies.ts'
import { storage } from './cases/storage.ts'
import { joins } from './cases/joins.ts'
import { xray } from './cases/xray.ts'
import { past } from './cases/past.ts'
import { openScene } from './scene.ts'
import type { Api } from './transports.ts'
import { transports } from './transports.ts'

const cases = { ...frame, ...conversation, ...branches, ...joins, ...compress, ...finding, ...settings, ...storage, ...policies, ...asking, ...xray, ...past }

const namesIn = (node: object, path: readonly string[] = []): readonly string[] =>
  Object.entries(node).flatMap(([key, value]: [string, object]) => (isContractProcedure(value) ? [[...path, key].join('.')] : namesIn(value, [...path, key])))

type Call = (input: unknown) => Promise<unknown>
const procedureOf = (api: Api, name: string): Call => name.split('.').reduce((node, key) => (node as never)[key], api as unknown) as Call

/** What a call was refused with; a stream is refused at its first step. */
async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  try {
    const given = await call
    if (typeof given === 'object' && given !== null && 'next' in given) await (given as AsyncIterator<unknown>).next()
    return 'not refused'
  } catch (error) {
    return error
  }
}

test('every procedure of the contract has a row', () => {
  expect(Object.keys(cases).toSorted()).toEqual(namesIn(contract).toSorted())
})

const rows = Object.entries(cases)
const withFault = rows.flatMap(([name, { fault }]) => (fault === null ? [] : [{ name, ...fault }]))
const withBadInput = rows.flatMap(([name, { bad }]) => (bad === null ? [] : [{ name, bad }]))

describe.each(transports)('over a $name', (transport) => {
  test.each(rows)('%s does what it says', async (_name, { does }) => {
    expect.hasAssertions()
    await using scene = await openScene(transport)
    await does(scene)
  })

  test.each(withFault)('$name says what can\'t be done as a typed fault', async ({ name, input, code: expected }) => {
    await using scene = await openScene(transport)
    const error = await refusalOf(procedureOf(scene.api(), name)(input(scene)))
    expect(error).toBeInstanceOf(ORPCError)
    const { code, defined, message, data, cause } = error as ORPCError<string, FaultReport>
    const fault = toReport(new Fault(expected, data.data as never))
    expect({ code, defined, message, cause, data }).toEqual({ code: 'FAULT', defined: true, message: fault.message, cause: undefined, data: fault })
  })

  test.each(withBadInput)('$name refuses input it doesn\'t know', async ({ name, bad }) => {
    await using scene = await openScene(transport)
    const { code, defined, data } = (await refusalOf(procedureOf(scene.api(), name)(bad))) as ORPCError<string, FaultReport>
    expect({ code, defined, fault: data.code, problems: data.data }).toEqual({ code: 'FAULT', defined: true, fault: 'input/invalid', problems: { problems: expect.arrayContaining([expect.any(String)]) } })
  })
})
