import { dirname, resolve } from 'node:path'
import { Fault } from '../../core/model/fault.ts'
import type { App } from '../app.ts'
import { defaultWorkspace } from '../dataFolder.ts'
import { copyPath, nameOf, newPath } from '../workspaceFiles.ts'
import { procedures } from './base.ts'

export const files = {
  list: procedures.files.list.handler(({ context: { app } }) => ({
    folder: dirname(app.file()),
    items: app.files.offer(app.file(), app.settings.get().recentFiles),
    canBrowse: app.files.chooseWorkspace !== null,
  })),
  open: procedures.files.open.handler(({ context: { app }, input }) => app.switchFile(app.files.pathOf(input.handle), input.access)),
  create: procedures.files.create.handler(({ context: { app }, input }) => app.switchFile(newPath(dirname(app.file()), input.name))),
  openCopy: procedures.files.openCopy.handler(async ({ context: { app }, signal }) => {
    const path = pathFor(app, 'copy')
    await app.workspace().backup(path, signal === undefined ? {} : { signal })
    return app.switchFile(path)
  }),
  check: procedures.files.check.handler(({ context: { app } }) => app.workspace().fsck('full')),
  openRepaired: procedures.files.openRepaired.handler(async ({ context: { app }, signal }) => {
    const path = pathFor(app, 'repaired')
    const { repaired, left, quarantined } = await app.workspace().repairCopy(path, signal === undefined ? {} : { signal })
    await app.switchFile(path)
    return { name: nameOf(path), repaired: repaired.length, left: left.length, quarantined }
  }),
  browse: procedures.files.browse.handler(async ({ context: { app } }) => {
    if (!app.files.chooseWorkspace) throw new Fault('file/no-dialog', {})
    const path = await app.files.chooseWorkspace()
    return path === null ? { kind: 'cancelled' as const } : app.switchFile(resolve(path))
  }),
}

/** Beside the open file, or where files lie by default. */
const pathFor = (app: App, word: 'copy' | 'repaired'): string => copyPath(app.file(), dirname(defaultWorkspace(app.dataDir)), word)
