import { acts } from './acts.ts'
import { app } from './app.ts'
import { branches } from './branches.ts'
import { chat } from './chat.ts'
import { compress } from './compress.ts'
import { events } from './events.ts'
import { files } from './files.ts'
import { finding } from './finding.ts'
import { history } from './history.ts'
import { joins } from './joins.ts'
import { policies } from './policies.ts'
import { settings } from './settings.ts'
import { storage } from './storage.ts'
import { tracts } from './tracts.ts'
import { xray } from './xray.ts'

/** Everything the page can ask of the main process. Both hosts serve exactly this. */
export const contract = { app, files, tracts, history, xray, finding, acts, branches, joins, compress, policies, chat, storage, settings, events }
export type Contract = typeof contract
