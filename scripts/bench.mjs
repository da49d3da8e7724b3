import { run } from './steps/children.mjs'
import { leaveWhenAsked } from './steps/leave.mjs'
import { prepare, prepareApp } from './steps/prepare.mjs'
import { inRoot } from './steps/root.mjs'

leaveWhenAsked()
const isWindow = process.argv.includes('--ui')
const node = await (isWindow ? prepareApp() : prepare())
process.exit(await run(node, [isWindow ? inRoot('bench', 'ui', 'index.ts') : inRoot('bench', 'index.ts'), ...process.argv.slice(2)]))
