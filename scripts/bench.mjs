import { run } from './steps/children.mjs'
import { leaveWhenAsked } from './steps/leave.mjs'
import { prepare } from './steps/prepare.mjs'
import { inRoot } from './steps/root.mjs'

leaveWhenAsked()
const node = await prepare()
process.exit(await run(node, [inRoot('bench', 'index.ts'), ...process.argv.slice(2)]))
