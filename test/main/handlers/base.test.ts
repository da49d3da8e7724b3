import { createRouterClient, ORPCError } from '@orpc/server'
import { expect, test } from 'vitest'
import { Fault } from '../../../core/model/fault.ts'
import { router } from '../../../main/handlers/router.ts'
import { testApp } from '../testApp.ts'

test('a bug is told as a bug: where is in the log, what was said is nowhere', async () => {
  await using tested = testApp()
  const info = () => {
    throw new TypeError('cannot read words of the conversation')
  }
  const error = await createRouterClient(router, { context: { app: { ...tested.app, info } } }).app.info().catch((thrown: unknown) => thrown)
  const { code, data, stack: _stack, cause, ...rest } = error as ORPCError<string, unknown>
  const logged = tested.logged.find((line) => line.includes('"bug"')) ?? ''
  expect({ code, data, cause, told: JSON.stringify([data, rest]).includes('words of'), logged: logged.includes('words of'), isWhere: logged.includes('base.test.ts'), kind: logged.includes('TypeError') }).toEqual({
    code: 'FAULT',
    data: {
      code: 'internal/bug',
      kind: 'bug',
      message: 'Something went wrong inside Tract Studio: app.info failed.',
      hint: 'What was saved is safe. Please report this.',
      lost: 'nothing',
      retryable: false,
      data: { what: 'app.info failed' },
    },
    cause: undefined,
    told: false,
    logged: false,
    isWhere: true,
    kind: true,
  })
})

test('a secret in what a provider said does not cross', async () => {
  await using tested = testApp()
  tested.app.secrets.add('canary-key-1234')
  const info = () => {
    throw new Fault('llm/refused-payload', { client: 'Local', status: 400, found: 'you sent canary-key-1234', messages: [] })
  }
  const error = (await createRouterClient(router, { context: { app: { ...tested.app, info } } }).app.info().catch((thrown: unknown) => thrown)) as ORPCError<string, unknown>
  expect([JSON.stringify(error.data).includes('canary'), JSON.stringify(error.data).includes('you sent [removed]')]).toEqual([false, true])
})

test('of what is asked for at once, what is quick is answered before a whole context is made', async () => {
  await using tested = testApp()
  const tract = tested.app.workspace().create({ name: 'Trip' })
  tract.user('Where to?')
  const [client, answered] = [createRouterClient(router, { context: { app: tested.app } }), [] as string[]]
  const note = (name: string) => () => void answered.push(name)
  await Promise.all([
    client.history.xray({ tract: tract.id, branch: 'main' }).then(note('xray')),
    client.tracts.overview({ tract: tract.id }).then(note('overview')),
    client.history.transcript({ tract: tract.id, branch: 'main', limit: 200 }).then(note('transcript')),
  ])
  expect(answered).toEqual(['overview', 'transcript', 'xray'])
})

test('a context that nobody waits for any more is not made, and that is no bug', async () => {
  await using tested = testApp()
  const tract = tested.app.workspace().create({ name: 'Trip' })
  const gone = new AbortController()
  const asked = createRouterClient(router, { context: { app: tested.app } }).history.xray({ tract: tract.id, branch: 'main' }, { signal: gone.signal }).catch((thrown: unknown) => thrown)
  gone.abort()
  expect([((await asked) as ORPCError<string, unknown>).code, tested.logged.filter((line) => line.includes('"bug"'))]).toEqual(['CLIENT_CLOSED_REQUEST', []])
})
