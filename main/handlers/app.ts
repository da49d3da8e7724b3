import { procedures } from './base.ts'

export const app = {
  info: procedures.app.info.handler(({ context }) => context.app.info()),
}
