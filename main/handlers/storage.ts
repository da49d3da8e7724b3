import { procedures, tractOn } from './base.ts'

export const storage = {
  facts: procedures.storage.facts.handler(({ context: { app } }) => app.workspace().storage()),
  preview: procedures.storage.preview.handler(({ context: { app }, input: { tract, ...wish } }) => app.workspace().get(tract).gc({ ...wish, dryRun: true })),
  moveToTrash: procedures.storage.moveToTrash.handler(({ context: { app }, input: { tract, ...wish } }) => app.workspace().get(tract).gc({ ...wish, purge: false })),
  cleanUp: procedures.storage.cleanUp.handler(({ context: { app }, input: { tract, ...wish } }) => app.workspace().get(tract).gc(wish)),
  previewErase: procedures.storage.previewErase.handler(({ context, input }) => tractOn(context.app, input).previewErase(input.message)),
  erase: procedures.storage.erase.handler(({ context, input }) => tractOn(context.app, input).erase(input.message, { reason: input.reason })),
}
