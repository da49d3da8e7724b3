/**
 * A process that writes to a workspace file and says each act on its output after the call has returned. Arguments: path, seed, how many acts (0: until
 * it is killed), and a branch of its own or `-` for any.
 */
import { writeSync } from 'node:fs'
import { Fault, Workspace } from '../../core/index.ts'
import type { Tract } from '../../core/index.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'

export type Ack = { readonly verb: string; readonly seq: number; readonly commits: readonly string[]; readonly branches: { readonly [name: string]: string | null }; readonly head: string }

const [path = '', seed = '1', count = '0', own = '-'] = process.argv.slice(2)
const random = randomOf(Number(seed))
const workspace = Workspace.open(path)
const tract = workspace.list().length > 0 ? workspace.get('shared') : workspace.create({ name: 'shared' })
const weights = { user: 50, edit: 10, annotate: 10, branch: 6, switch: 8, batch: 6, undo: 8, redo: 4 }
let said = 0

const acts = count === '0' ? Infinity : Number(count)
for (let i = 0; i < acts; i++) {
  const verb = own === '-' ? random.weighted(weights) : 'user'
  say(verb, allowed(() => act(own === '-' ? tract : tract.on(own), verb, random)))
}
workspace.close()

/** Another process may have moved HEAD or taken a branch away: what is refused for that is no failure. Anything else ends this process. */
function allowed(write: () => readonly string[]): readonly string[] {
  try {
    return write()
  } catch (error) {
    if (Fault.is(error) && error.kind === 'user') return []
    throw error
  }
}

function act(on: Tract, verb: keyof typeof weights, chance: Random): readonly string[] {
  const tip = on.status().head.commit
  if (tip === null && verb !== 'undo' && verb !== 'redo') return [on.user(`first of ${process.pid}`).hash]
  const target = tip === null ? '' : (on.log({ limit: 20 }).items[chance.below(Math.min(20, on.status().commitCount))]?.hash ?? tip)
  switch (verb) {
    case 'user':
      return [on.user(`${process.pid} says ${++said} `.repeat(1 + chance.below(40))).hash]
    case 'edit':
      return [on.edit(target, `${process.pid} corrects ${++said}`).hash]
    case 'annotate':
      return on.annotate(target, chance.pick(['pinned', 'normal', 'skip'])).map(({ hash }) => hash)
    case 'branch':
      return on.listBranches().length > 8 ? [] : [on.branch(`b${process.pid}-${++said}`, { switch: chance.chance(0.5) }).commit ?? '']
    case 'switch':
      return [on.switch(chance.pick(on.listBranches()).name).commit ?? '']
    case 'batch':
      return on.batch(() => [on.user(`${++said}`).hash, on.assistant(`${++said}`).hash, on.user(`${++said}`).hash])
    case 'undo':
    case 'redo':
      on[verb]()
      return []
  }
}

/** Written at once: what is on the pipe was acknowledged. */
function say(verb: string, commits: readonly string[]): void {
  const { head } = tract.status()
  const branches = Object.fromEntries(tract.listBranches().map(({ name, commit }) => [name, commit]))
  const ack: Ack = { verb, seq: workspace.lastSeq(), commits: commits.filter((hash) => hash !== ''), branches, head: head.kind === 'attached' ? head.branch : head.commit }
  writeSync(1, `${JSON.stringify(ack)}\n`)
}
