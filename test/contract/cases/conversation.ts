import { expect } from 'vitest'
import { isEnd } from '../scene.ts'
import type { Scene } from '../scene.ts'
import { noTract } from './case.ts'
import type { Cases } from './case.ts'

const nobody = '0'.repeat(64)
const onMain = ({ tract }: Scene) => ({ tract, branch: 'main' })
const noBranch = (more: object = {}) => ({ input: ({ tract }: Scene) => ({ tract, branch: 'nowhere', ...more }), code: 'branch/not-found' as const })

export const conversation: Cases = {
  'history.graph': {
    fault: { input: () => ({ tract: 'no-such-tract', limit: 10, cursor: null }), code: 'tract/not-found' },
    bad: { tract: 'x', limit: 0, cursor: null },
    async does({ api, tract, say }) {
      await say('Hello')
      const { items, next } = await api().history.graph({ tract, limit: 10, cursor: null })
      expect([items.map(({ preview, branches, isHead }) => ({ preview, branches, isHead })), next]).toEqual([[{ preview: 'Hello', branches: ['main'], isHead: true }], null])
    },
  },
  'history.transcript': {
    fault: noBranch({ limit: 10 }),
    bad: { tract: 'x', branch: 'main', limit: 5, at: 'HEAD', asOf: 5 },
    async does({ api, tract, say }) {
      await say('Hello')
      const { items, earlier } = await api().history.transcript({ tract, branch: 'main', limit: 10 })
      expect([items.map(({ content, shown }) => ({ content, shown })), earlier]).toEqual([[{ content: { type: 'dialogue', role: 'user', text: 'Hello' }, shown: true }], 0])
      const at = (await api().tracts.overview({ tract })).status.head.commit ?? ''
      await api().acts.edit({ tract, branch: 'main', message: items[0]?.messageId ?? '', text: 'Hello there' })
      const then = [{ at }, { asOf: 0 }, { asOf: Date.now() + 1e9 }].map((moment) => api().history.transcript({ tract, branch: 'main', limit: 10, ...moment }))
      expect((await Promise.all(then)).map((page) => page.items.map(({ content }) => ('text' in content ? content.text : null)))).toEqual([['Hello'], [], ['Hello there']])
    },
  },
  'history.xray': {
    fault: noBranch(),
    bad: { tract: 'x' },
    async does({ api, tract, say }) {
      const message = await say('word '.repeat(100))
      const { messages, excluded } = await api().history.xray({ tract, branch: 'main' })
      expect([messages.map(({ messageId, preview }) => ({ messageId, length: preview.length })), excluded]).toEqual([[{ messageId: message, length: 120 }], []])
      await api().acts.annotate({ tract, branch: 'main', messages: [message], priority: 'skip' })
      const then = [{}, { at: message }, { asOf: 0 }].map((moment) => api().history.xray({ tract, branch: 'main', ...moment }))
      expect((await Promise.all(then)).map((view) => [view.messages.length, view.excluded.length, view.head === null])).toEqual([[0, 1, false], [1, 0, false], [0, 0, true]])
    },
  },
  'history.step': {
    fault: { input: (scene) => ({ ...onMain(scene), at: nobody }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main' },
    async does({ api, tract, say }) {
      const first = await say('Hello')
      await api().acts.branch({ tract, name: 'side', from: 'main' })
      const own = await say('Only on main')
      await api().acts.edit({ tract, branch: 'main', message: first, text: 'Hello there' })
      await api().acts.append({ tract, branch: 'side', as: 'user', text: 'Only on side' })
      await api().joins.merge({ tract, branch: 'main', from: 'side' })
      const there = await api().history.step({ tract, branch: 'main', at: first })
      const elsewhere = await api().history.step({ tract, branch: 'side', at: own })
      const merge = await api().history.step({ tract, branch: 'main', at: 'main' })
      await api().acts.goTo({ tract, at: first })
      expect((await api().history.step({ tract, at: first })).message?.content).toEqual({ type: 'dialogue', role: 'user', text: 'Hello' })
      expect([there, elsewhere, merge].map(({ commit, branches, message }) => [commit.kind, branches, message?.versions, message?.content])).toEqual([
        ['append', [], 2, { type: 'dialogue', role: 'user', text: 'Hello there' }],
        ['append', [], 1, { type: 'dialogue', role: 'user', text: 'Only on main' }],
        ['merge', ['main'], undefined, undefined],
      ])
    },
  },
  'history.versions': {
    fault: { input: (scene) => ({ ...onMain(scene), message: nobody }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', message: 'HEAD' },
    async does({ api, tract, say }) {
      const message = await say('Hello')
      await api().acts.edit({ tract, branch: 'main', message, text: 'Hello there' })
      const { versions } = await api().history.versions({ tract, branch: 'main', message })
      expect(versions.map(({ content, isCurrent }) => [content, isCurrent])).toEqual([
        [{ type: 'dialogue', role: 'user', text: 'Hello' }, false],
        [{ type: 'dialogue', role: 'user', text: 'Hello there' }, true],
      ])
    },
  },
  'acts.append': {
    fault: noBranch({ as: 'user', text: 'Hello' }),
    bad: { tract: 'x', branch: 'main', as: 'tool', text: 'Hello' },
    async does(scene) {
      for (const as of ['instruction', 'system', 'user', 'assistant'] as const) await scene.api().acts.append({ ...onMain(scene), as, text: as })
      const { items } = await scene.api().history.transcript({ ...onMain(scene), limit: 10 })
      expect(items.map(({ content, priority }) => [content.type, 'role' in content ? content.role : null, priority])).toEqual([
        ['instruction', null, 'pinned'],
        ['dialogue', 'system', 'normal'],
        ['dialogue', 'user', 'normal'],
        ['dialogue', 'assistant', 'normal'],
      ])
    },
  },
  'acts.edit': {
    fault: { input: (scene) => ({ ...onMain(scene), message: nobody, text: 'x' }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', message: 'HEAD', text: 'x' },
    async does(scene) {
      const message = await scene.say('Hello')
      const { tokensBefore, tokensAfter } = await scene.api().acts.edit({ ...onMain(scene), message, text: 'Hello to all of you out there' })
      expect(tokensAfter).toBeGreaterThan(tokensBefore)
    },
  },
  'acts.expand': {
    fault: { input: (scene) => ({ ...onMain(scene), summary: nobody }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', summary: 'HEAD' },
    async does(scene) {
      const { api, test, tract } = scene
      await scene.say('A question that is long enough to be worth a summary')
      const made = test.app.workspace().get(tract).compress({ content: 'Short' })
      const summary = made.kind === 'compressed' ? (made.commits[0]?.messageId ?? '') : ''
      const effect = await api().acts.expand({ ...onMain(scene), summary })
      const { messages } = await api().history.xray({ tract, branch: 'main' })
      expect([effect.tokensAfter > effect.tokensBefore, messages.map(({ preview }) => preview)]).toEqual([true, ['A question that is long enough to be worth a summary']])
    },
  },
  'acts.expandOnBranch': {
    fault: { input: (scene) => ({ ...onMain(scene), summary: nobody, name: 'again' }), code: 'ref/no-commits' },
    bad: { tract: 'x', branch: 'main', summary: nobody, name: '' },
    async does(scene) {
      const { api, test, tract } = scene
      await scene.say('A question that is long enough to be worth a summary')
      const made = test.app.workspace().get(tract).compress({ content: 'Short' })
      const summary = made.kind === 'compressed' ? (made.commits[0]?.messageId ?? '') : ''
      const seenOn = async (branch: string) => (await api().history.xray({ tract, branch })).messages.map(({ preview }) => preview)
      const { name, isCurrent } = await api().acts.expandOnBranch({ ...onMain(scene), summary, name: 'again' })
      expect([name, isCurrent, await seenOn('again'), await seenOn('main')]).toEqual(['again', true, ['A question that is long enough to be worth a summary'], ['Short']])
      await api().acts.undo({ tract })
      expect((await api().tracts.overview({ tract })).branches.map((branch) => branch.name)).toEqual(['main'])
    },
  },
  'acts.previewExpand': {
    fault: { input: (scene) => ({ ...onMain(scene), summary: nobody }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', summary: 'HEAD' },
    async does(scene) {
      const { api, test, tract } = scene
      await scene.say('A question that is long enough to be worth a summary')
      const made = test.app.workspace().get(tract).compress({ content: 'Short' })
      const effect = await api().acts.previewExpand({ ...onMain(scene), summary: made.kind === 'compressed' ? (made.commits[0]?.messageId ?? '') : '' })
      expect([effect.tokensAfter > effect.tokensBefore, (await api().history.xray({ tract, branch: 'main' })).messages.map(({ preview }) => preview)]).toEqual([true, ['Short']])
    },
  },
  'acts.restoreVersion': {
    fault: { input: (scene) => ({ ...onMain(scene), message: nobody, version: nobody }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', message: nobody, version: 'v1' },
    async does(scene) {
      const message = await scene.say('Hello')
      await scene.api().acts.edit({ ...onMain(scene), message, text: 'Hello there' })
      await scene.api().acts.restoreVersion({ ...onMain(scene), message, version: message })
      const { versions } = await scene.api().history.versions({ ...onMain(scene), message })
      expect(versions.map(({ content, isCurrent }) => ['text' in content && content.text, isCurrent])).toEqual([['Hello', false], ['Hello there', false], ['Hello', true]])
    },
  },
  'acts.annotate': {
    fault: { input: (scene) => ({ ...onMain(scene), messages: [nobody], priority: 'skip' }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', messages: [], priority: 'skip' },
    async does(scene) {
      const message = await scene.say('Hello')
      const { tokensBefore, tokensAfter } = await scene.api().acts.annotate({ ...onMain(scene), messages: [message], priority: 'skip' })
      const { messages, excluded } = await scene.api().history.xray(onMain(scene))
      expect([tokensAfter < tokensBefore, messages, excluded.map(({ messageId, why }) => [messageId, why.kind])]).toEqual([true, [], [[message, 'skipped']]])
    },
  },
  'acts.note': {
    fault: noBranch({ text: 'x' }),
    bad: { tract: 'x', branch: 'main' },
    async does(scene) {
      await scene.say('Hello')
      const before = await scene.api().history.xray(onMain(scene))
      const { tokensBefore, tokensAfter } = await scene.api().acts.note({ ...onMain(scene), text: 'For people' })
      const { items } = await scene.api().history.transcript({ ...onMain(scene), limit: 10 })
      const after = await scene.api().history.xray(onMain(scene))
      await scene.api().acts.undo({ tract: scene.tract })
      const undone = await scene.api().history.transcript({ ...onMain(scene), limit: 10 })
      expect([tokensAfter - tokensBefore, after.messages, items.map(({ content, shown }) => ['text' in content && content.text, shown]), undone.items.length]).toEqual([0, before.messages, [['Hello', true], ['For people', false]], 1])
    },
  },
  'acts.previewAnnotate': {
    fault: { input: (scene) => ({ ...onMain(scene), messages: [nobody], priority: 'skip' }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', messages: [], priority: 'skip' },
    async does(scene) {
      const message = await scene.say('Hello')
      const seen = await scene.api().history.xray(onMain(scene))
      const { tokensBefore, tokensAfter } = await scene.api().acts.previewAnnotate({ ...onMain(scene), messages: [message], priority: 'skip' })
      expect([tokensBefore, tokensAfter < tokensBefore, await scene.api().history.xray(onMain(scene))]).toEqual([seen.tokenCount, true, seen])
    },
  },
  'acts.branchAfter': {
    fault: { input: ({ tract }) => ({ tract, branch: 'main', message: 'f'.repeat(64), name: 'side' }), code: 'ref/not-found' },
    bad: { tract: 'x', branch: 'main', message: 'short', name: 'side' },
    async does({ api, tract, say }) {
      const message = await say('Hello')
      await say('More')
      await api().acts.edit({ tract, branch: 'main', message, text: 'Hello there' })
      await api().acts.branchAfter({ tract, branch: 'main', message, name: 'side' })
      const { items } = await api().history.transcript({ tract, branch: 'side', limit: 10 })
      expect(items.map(({ content }) => content)).toEqual([{ type: 'dialogue', role: 'user', text: 'Hello there' }])
      await api().acts.goTo({ tract, at: message })
      await api().acts.branchAfter({ tract, message, name: 'as-it-was' })
      const then = await api().history.transcript({ tract, branch: 'as-it-was', limit: 10 })
      expect(then.items.map(({ content }) => content)).toEqual([{ type: 'dialogue', role: 'user', text: 'Hello' }])
    },
  },
  'acts.branch': {
    fault: { input: ({ tract }) => ({ tract, name: 'main', from: 'main' }), code: 'branch/exists' },
    bad: { tract: 'x', name: '', from: 'main' },
    async does({ api, tract, say }) {
      const message = await say('Hello')
      expect(await api().acts.branch({ tract, name: 'side', from: 'main' })).toEqual({ name: 'side', commit: message, isCurrent: true, updatedAt: expect.any(Number), messageCount: 1 })
    },
  },
  'acts.switch': {
    fault: noBranch(),
    bad: { tract: 'x', branch: '' },
    async does({ api, tract, say }) {
      await say('Hello')
      await api().acts.branch({ tract, name: 'side', from: 'main' })
      const { name, isCurrent } = await api().acts.switch({ tract, branch: 'main' })
      expect([name, isCurrent]).toEqual(['main', true])
    },
  },
  'acts.goTo': {
    fault: { input: ({ tract }) => ({ tract, at: 'nowhere' }), code: 'ref/not-found' },
    bad: { tract: 'x', at: '' },
    async does(scene) {
      const { api, tract } = scene
      const message = await scene.say('Hello')
      await scene.say('More')
      await api().acts.annotate({ ...onMain(scene), messages: [message], priority: 'skip' })
      const head = await api().acts.goTo({ tract, at: message })
      const away = await api().tracts.overview({ tract })
      await api().acts.undo({ tract })
      const back = await api().tracts.overview({ tract })
      expect([head, away.detached, away.status.messageCount, back.detached, back.status.head.kind]).toEqual([
        { kind: 'detached', commit: message }, { at: message, branches: [{ name: 'main', stepsBack: 1 }] }, 1, null, 'attached',
      ])
    },
  },
  'acts.undo': {
    fault: noTract,
    bad: {},
    async does(scene) {
      await scene.say('Hello')
      const { kind } = await scene.api().acts.undo({ tract: scene.tract })
      expect([kind, (await scene.api().history.transcript({ ...onMain(scene), limit: 1 })).items]).toEqual(['done', []])
    },
  },
  'acts.redo': {
    fault: noTract,
    bad: {},
    async does(scene) {
      const { tract } = scene
      await scene.say('Hello')
      await scene.api().acts.undo({ tract })
      const { kind } = await scene.api().acts.redo({ tract })
      expect([kind, (await scene.api().history.transcript({ ...onMain(scene), limit: 1 })).items.length]).toEqual(['done', 1])
    },
  },
  'chat.state': {
    fault: noTract,
    bad: {},
    async does({ api, tract, say }) {
      const message = await say('Hello')
      expect(await api().chat.state({ tract })).toEqual({ live: [], failed: [], partials: [], awaiting: [{ branch: 'main', message }] })
    },
  },
  'chat.send': {
    fault: { input: (scene) => ({ ...onMain(scene), text: ' \n' }), code: 'content/empty' },
    bad: { tract: 'x', branch: 'main', text: 'x', settings: { temperature: 3 } },
    async does(scene) {
      await scene.useServer()
      scene.server.script('Hello yourself')
      await scene.ask('Hello')
      const { items } = await scene.api().history.transcript({ ...onMain(scene), limit: 10 })
      expect(items.map(({ role, content }) => [role, 'text' in content ? content.text : null])).toEqual([
        ['user', 'Hello'],
        ['assistant', 'Hello yourself'],
      ])
      const messageId = items[0]?.messageId ?? ''
      await scene.api().acts.goTo({ tract: scene.tract, at: messageId })
      await scene.api().chat.add({ tract: scene.tract, branch: 'main-alt', startAt: messageId, text: 'Hello again' })
      const texts = async (branch: string) => (await scene.api().history.transcript({ tract: scene.tract, branch, limit: 10 })).items.map(({ content }) => ('text' in content ? content.text : null))
      const { status } = await scene.api().tracts.overview({ tract: scene.tract })
      expect([status.head, await texts('main'), await texts('main-alt')]).toEqual([expect.objectContaining({ branch: 'main-alt' }), ['Hello', 'Hello yourself'], ['Hello', 'Hello again']])
      await scene.api().acts.undo({ tract: scene.tract })
      const { detached, branches } = await scene.api().tracts.overview({ tract: scene.tract })
      expect([detached?.at, branches.map(({ name }) => name)]).toEqual([messageId, ['main']])
    },
  },
  'chat.retry': {
    fault: { input: onMain, code: 'chat/nothing-pending' },
    bad: { tract: 'x' },
    async does(scene) {
      await scene.useServer()
      scene.server.script({ kind: 'status', status: 401 }, 'Hello yourself')
      await scene.ask('Hello')
      const { failed } = await scene.api().chat.state({ tract: scene.tract })
      await using ear = await scene.listen()
      const { call } = await scene.api().chat.retry(onMain(scene))
      await ear.until((event) => isEnd(event, call))
      const after = await scene.api().chat.state({ tract: scene.tract })
      const { items } = await scene.api().history.transcript({ ...onMain(scene), limit: 10 })
      expect([failed.map(({ fault }) => fault.code), after.failed, items.map(({ role }) => role)]).toEqual([['llm/auth'], [], ['user', 'assistant']])
    },
  },
  'chat.stop': {
    fault: { input: () => ({ call: 'no-such-call' }), code: 'call/not-found' },
    bad: { call: '' },
    async does(scene) {
      const { partials } = await stoppedAnswer(scene)
      expect(partials.map(({ text, cause, branch }) => ({ text, cause, branch }))).toEqual([{ text: 'one two', cause: 'aborted', branch: 'main' }])
    },
  },
  'chat.dismiss': {
    fault: null,
    bad: { call: '' },
    async does(scene) {
      await scene.useServer()
      scene.server.script({ kind: 'status', status: 401 })
      const call = await scene.ask('Hello')
      await scene.api().chat.dismiss({ call })
      const { failed, awaiting } = await scene.api().chat.state({ tract: scene.tract })
      expect([failed, awaiting.length]).toEqual([[], 1])
    },
  },
  'chat.keep': {
    fault: { input: ({ tract }) => ({ tract, partial: 'no-such-one' }), code: 'partial/not-found' },
    bad: { tract: 'x', partial: '' },
    async does(scene) {
      const { partials } = await stoppedAnswer(scene)
      await scene.api().chat.keep({ tract: scene.tract, partial: partials[0]?.id ?? '' })
      const { items } = await scene.api().history.transcript({ ...onMain(scene), limit: 1 })
      expect([items[0]?.content, (await scene.api().chat.state({ tract: scene.tract })).partials]).toEqual([{ type: 'dialogue', role: 'assistant', text: 'one two' }, []])
    },
  },
  'chat.discard': {
    fault: { input: ({ tract }) => ({ tract, partial: 'no-such-one' }), code: 'partial/not-found' },
    bad: { tract: 'x', partial: '' },
    async does(scene) {
      const { partials } = await stoppedAnswer(scene)
      await scene.api().chat.discard({ tract: scene.tract, partial: partials[0]?.id ?? '' })
      const after = await scene.api().chat.state({ tract: scene.tract })
      expect([after.partials, after.awaiting.length]).toEqual([[], 1])
    },
  },
  'chat.resume': {
    fault: { input: ({ tract }) => ({ tract, partial: 'no-such-one' }), code: 'partial/not-found' },
    bad: { tract: 'x', partial: '' },
    async does(scene) {
      const { partials } = await stoppedAnswer(scene)
      scene.server.release()
      scene.server.script(' three four')
      await using ear = await scene.listen()
      const { call } = await scene.api().chat.resume({ tract: scene.tract, partial: partials[0]?.id ?? '' })
      await ear.until((event) => isEnd(event, call))
      const { items } = await scene.api().history.transcript({ ...onMain(scene), limit: 1 })
      expect([items[0]?.content, (await scene.api().chat.state({ tract: scene.tract })).partials]).toEqual([{ type: 'dialogue', role: 'assistant', text: 'one two three four' }, []])
    },
  },
}

/** An answer of four words, stopped after the second was seen. */
async function stoppedAnswer(scene: Scene) {
  const { tract, server } = scene
  await scene.useServer()
  server.script('one two three four')
  server.hold()
  await using ear = await scene.listen()
  const { call } = await scene.api().chat.send({ ...onMain(scene), text: 'Count' })
  server.release(2)
  let seen = ''
  await ear.until((event) => event.type === 'reply.event' && event.event.type === 'text' && (seen += event.event.text).includes('two'))
  await scene.api().chat.stop({ call })
  return scene.api().chat.state({ tract })
}
