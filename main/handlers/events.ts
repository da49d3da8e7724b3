import { procedures } from './base.ts'

export const events = {
  subscribe: procedures.events.subscribe.handler(({ context, input, signal }) => context.app.hub.subscribe(input.since, signal)),
}
