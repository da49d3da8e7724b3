import { describe, expect, test } from 'vitest'
import { isEnd, openScene } from './scene.ts'
import { transports } from './transports.ts'

describe.each(transports)('an answer over a $name, whose branch gets another name while it is written,', (transport) => {
  test('is shown on the branch by its new name, keeps that busy and the old one free, and ends there', async () => {
    await using scene = await openScene(transport)
    const { tract, server } = scene
    const inFile = scene.test.app.workspace().get(tract)
    await scene.useServer()
    server.script('one two three')
    server.hold()
    await using ear = await scene.listen()
    const { call } = await scene.api().chat.send({ tract, branch: 'main', text: 'Count' })
    server.release(1)
    await ear.until((event) => event.type === 'reply.event' && event.call === call && event.event.type === 'text' && event.event.text.includes('one'))
    inFile.renameBranch('main', 'trunk')
    const { live } = await scene.api().chat.state({ tract })
    const busy = await scene.api().chat.send({ tract, branch: 'trunk', text: 'Too soon' }).catch((error: { data?: { code?: string } }) => error.data?.code)
    server.release()
    const heard = await ear.until((event) => isEnd(event, call))
    const { live: after, failed, awaiting } = await scene.api().chat.state({ tract })
    const last = heard.at(-1)
    expect({ live: live.map((reply) => [reply.call, reply.branch]), busy, last: last?.type === 'reply.event' && last.branch, after, failed, awaiting, said: inFile.on('trunk').compile().messages.map(({ content }) => content) }).toEqual({
      live: [[call, 'trunk']], busy: 'chat/busy', last: 'trunk', after: [], failed: [], awaiting: [], said: ['Count', 'one two three'],
    })
  })
})
