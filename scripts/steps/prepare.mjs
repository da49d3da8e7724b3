import { build } from './build.mjs'
import { install } from './install.mjs'
import { alone } from './lock.mjs'
import { findNode } from './node24.mjs'
import { giveUp } from './say.mjs'

/** Packages and Node: what everything else here needs. Returns the path of that Node. */
export function prepare() {
  mustRunHere()
  return alone(installed)
}

/** The same, and the app built. */
export function prepareApp() {
  mustRunHere()
  return alone(async () => {
    const node = await installed()
    if ((await build(node)) !== 0) giveUp('The build failed; its own words are above.')
    return node
  })
}

async function installed() {
  await install()
  return findNode()
}

function mustRunHere() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return
  giveUp(`Node ${process.versions.node} is too old: it takes Node 20 or newer to start (Node 24, which runs the app, is fetched by itself).`)
}
