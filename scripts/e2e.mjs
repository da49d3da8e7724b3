import { leaveWhenAsked } from './steps/leave.mjs'
import { prepareApp } from './steps/prepare.mjs'
import { runStages } from './steps/stages.mjs'
import { runEndToEnd } from './steps/testRuns.mjs'

leaveWhenAsked()
const node = await prepareApp()
process.exit(await runStages([{ name: 'e2e', says: 'the built app, used as a person would', run: runEndToEnd }], node))
