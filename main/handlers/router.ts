import { acts } from './acts.ts'
import { app } from './app.ts'
import { procedures } from './base.ts'
import { chat } from './chat.ts'
import { events } from './events.ts'
import { files } from './files.ts'
import { history } from './history.ts'
import { settings } from './settings.ts'
import { tracts } from './tracts.ts'

/** The contract, with a handler for every procedure. */
export const router = procedures.router({ app, files, tracts, history, acts, chat, settings, events })
