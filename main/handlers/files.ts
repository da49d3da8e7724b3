import { dirname, resolve } from 'node:path'
import { Fault } from '../../core/model/fault.ts'
import { defaultWorkspace } from '../dataFolder.ts'
import { copyPath, newPath } from '../workspaceFiles.ts'
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
    const path = copyPath(app.file(), dirname(defaultWorkspace(app.dataDir)))
    await app.workspace().backup(path, signal === undefined ? {} : { signal })
    return app.switchFile(path)
  }),
  browse: procedures.files.browse.handler(async ({ context: { app } }) => {
    if (!app.files.chooseWorkspace) throw new Fault('file/no-dialog', {})
    const path = await app.files.chooseWorkspace()
    return path === null ? { kind: 'cancelled' as const } : app.switchFile(resolve(path))
  }),
}
