import { dirname, resolve } from 'node:path'
import { Fault } from '../../core/model/fault.ts'
import { newPath } from '../workspaceFiles.ts'
import { procedures } from './base.ts'

export const files = {
  list: procedures.files.list.handler(({ context: { app } }) => ({
    folder: dirname(app.file()),
    items: app.files.offer(app.file(), app.settings.get().recentFiles),
    canBrowse: app.files.chooseWorkspace !== null,
  })),
  open: procedures.files.open.handler(({ context: { app }, input }) => app.switchFile(app.files.pathOf(input.handle))),
  create: procedures.files.create.handler(({ context: { app }, input }) => app.switchFile(newPath(dirname(app.file()), input.name))),
  browse: procedures.files.browse.handler(async ({ context: { app } }) => {
    if (!app.files.chooseWorkspace) throw new Fault('file/no-dialog', {})
    const path = await app.files.chooseWorkspace()
    return path === null ? { kind: 'cancelled' as const } : app.switchFile(resolve(path))
  }),
}
