import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'vitest'
import { noTract } from './case.ts'
import type { Cases } from './case.ts'

/** As another program could: a segment of no commit. */
function breakFile(path: string): void {
  const file = new DatabaseSync(path)
  file.exec('insert into segments values (99, null)')
  file.close()
}

export const frame: Cases = {
  'app.info': {
    fault: null,
    bad: null,
    async does({ api, test }) {
      expect(await api().app.info()).toEqual({
        host: 'web',
        version: '0.0.0',
        platform: expect.stringMatching(/linux|mac|windows/),
        file: { name: 'Tracts', path: join(test.dir, 'tracts', 'Tracts.tract'), readOnly: null },
        notices: [],
      })
    },
  },
  'files.list': {
    fault: null,
    bad: null,
    async does({ api, test }) {
      const path = join(test.dir, 'tracts', 'Tracts.tract')
      expect(await api().files.list()).toEqual({
        folder: dirname(path),
        items: [{ handle: expect.any(String), name: 'Tracts', path, modifiedAt: expect.any(Number), isOpen: true }],
        canBrowse: false,
      })
    },
  },
  'files.open': {
    fault: { input: () => ({ handle: '/etc/passwd' }), code: 'file/bad-handle' },
    bad: { handle: '' },
    async does({ api, tract }) {
      await api().files.create({ name: 'Second' })
      const first = (await api().files.list()).items.find(({ name }) => name === 'Tracts')
      expect(await api().files.open({ handle: first?.handle ?? '' })).toEqual({ kind: 'opened', name: 'Tracts' })
      expect((await api().tracts.list()).map(({ id }) => id)).toEqual([tract])
    },
  },
  'files.openCopy': {
    fault: null,
    bad: null,
    async does({ api, say, tract }) {
      await say('In both')
      expect(await api().files.openCopy()).toEqual({ kind: 'opened', name: 'Tracts copy' })
      await api().acts.append({ tract, branch: 'main', as: 'user', text: 'In the copy alone' })
      const [copy, first] = (await api().files.list()).items.toSorted((a, b) => b.name.length - a.name.length)
      await api().files.open({ handle: first?.handle ?? '', access: 'read' })
      const { items } = await api().history.transcript({ tract, branch: 'main', limit: 10 })
      const refused = await api().acts.append({ tract, branch: 'main', as: 'user', text: 'No' }).catch((error: { readonly data?: { readonly code?: string } }) => error.data?.code)
      const { file } = await api().app.info()
      expect([copy?.name, first?.name, items.length, refused, file.readOnly]).toEqual(['Tracts copy', 'Tracts', 1, 'file/read-only', { why: 'chosen', since: expect.any(Number) }])
    },
  },
  'files.check': {
    fault: null,
    bad: null,
    async does({ api, say }) {
      await say('Sound')
      expect(await api().files.check()).toEqual({ ok: true, depth: 'full', findings: [], counts: expect.objectContaining({ tracts: 1, commits: 1 }), digest: expect.any(String) })
    },
  },
  'files.openRepaired': {
    fault: null,
    bad: null,
    async does({ api, say, test }) {
      await say('In both')
      breakFile(join(test.dir, 'tracts', 'Tracts.tract'))
      const { findings } = await api().files.check()
      const repaired = await api().files.openRepaired()
      expect([findings.map(({ code }) => code), repaired, (await api().files.check()).findings]).toEqual([['I-20'], { name: 'Tracts repaired', repaired: 1, left: 0, quarantined: 0 }, []])
    },
  },
  'files.create': {
    fault: { input: () => ({ name: '../escape' }), code: 'file/bad-name' },
    bad: { name: '' },
    async does({ api, tract }) {
      expect(await api().files.create({ name: 'Second' })).toEqual({ kind: 'opened', name: 'Second' })
      const [made] = await api().tracts.list()
      expect([made?.name, made?.id === tract, (await api().app.info()).file.name]).toEqual(['Untitled tract', false, 'Second'])
    },
  },
  'files.browse': {
    fault: { input: () => undefined, code: 'file/no-dialog' },
    bad: null,
    // That a dialog's choice is opened is tested where there is a dialog: here none can be shown.
    does: async ({ api }) => expect((await api().files.list()).canBrowse).toBe(false),
  },
  'tracts.list': {
    fault: null,
    bad: null,
    does: async ({ api, tract }) => expect(await api().tracts.list()).toEqual([{ id: tract, name: 'Untitled tract', commitCount: 0, messageCount: 0, lastUsedAt: expect.any(Number) }]),
  },
  'tracts.create': {
    fault: { input: () => ({ name: 'Untitled tract' }), code: 'tract/name-taken' },
    bad: { name: 'x', more: 1 },
    async does({ api }) {
      const made = await api().tracts.create({ name: 'Plans' })
      expect([made.name, made.commitCount, (await api().tracts.list()).length]).toEqual(['Plans', 0, 2])
    },
  },
  'tracts.openSample': {
    fault: null,
    bad: null,
    async does({ api }) {
      const { summary, steps } = await api().tracts.openSample()
      const { items } = await api().history.transcript({ tract: summary.id, branch: 'main', limit: 100 })
      expect([summary.name, steps.noise.length, items.some(({ messageId }) => messageId === steps.wrong), (await api().tracts.list())[0]?.id]).toEqual(['Return-policy bot', 3, true, summary.id])
    },
  },
  'tracts.rename': {
    fault: { input: () => ({ tract: 'no-such-tract', name: 'x' }), code: 'tract/not-found' },
    bad: { tract: '', name: 'x' },
    does: async ({ api, tract }) => expect((await api().tracts.rename({ tract, name: 'Plans' })).name).toBe('Plans'),
  },
  'tracts.overview': {
    fault: noTract,
    bad: { tract: 5 },
    async does({ api, tract, say }) {
      await say('Hello')
      const { summary, status, branches, config, undo } = await api().tracts.overview({ tract })
      expect([summary.commitCount, status.messageCount, branches.map(({ name }) => name), config.budget, undo.undo?.verb, undo.redo]).toEqual([1, 1, ['main'], null, expect.any(String), null])
    },
  },
  'tracts.setBudget': {
    fault: { input: () => ({ tract: 'no-such-tract', maxTokens: null }), code: 'tract/not-found' },
    bad: { tract: 'x', maxTokens: 0 },
    async does({ api, tract }) {
      const set = await api().tracts.setBudget({ tract, maxTokens: 1000 })
      const removed = await api().tracts.setBudget({ tract, maxTokens: null })
      expect([set.status.budget?.max, removed.status.budget]).toEqual([1000, null])
    },
  },
  'events.subscribe': {
    fault: null,
    bad: { since: -1 },
    async does({ api, listen, test }) {
      await using ear = await listen()
      const [hello] = await ear.until(({ type }) => type === 'hello')
      await api().settings.update({ theme: 'dark' })
      const heard = await ear.until(({ type }) => type === 'settings.changed')
      expect([hello, heard]).toEqual([
        { type: 'hello', workspace: test.app.workspace().id, seq: test.app.workspace().lastSeq(), at: expect.any(Number) },
        [{ type: 'settings.changed', at: expect.any(Number) }],
      ])
    },
  },
}
