import { leaveWhenAsked } from './steps/leave.mjs'
import { prepareApp } from './steps/prepare.mjs'
import { takePictures } from './steps/testRuns.mjs'

leaveWhenAsked()
process.exit(await takePictures(await prepareApp()))
