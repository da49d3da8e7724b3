/**
 * A process that writes to a workspace file and says each act on its output after the call has returned. Arguments: path, seed, how many acts (0: until
 * it is killed), and a branch of its own or `-` for any act on any branch.
 */
import { writeSync } from 'node:fs'
import { Workspace } from '../../core/workspace.ts'
import { type Act, actsOn } from './acts.ts'
import { randomOf } from './random.ts'

export type Ack = Act & { readonly seq: number; readonly branches: { readonly [name: string]: string | null }; readonly tags: { readonly [name: string]: string }; readonly head: string }

const [path = '', seed = '1', count = '0', own = '-'] = process.argv.slice(2)
const random = randomOf(Number(seed))
const workspace = Workspace.open(path)
const tract = workspace.list().length > 0 ? workspace.get('shared') : workspace.create({ name: 'shared' })
const anything = actsOn(tract, random, `${process.pid}-`)

const acts = count === '0' ? Infinity : Number(count)
for (let i = 0; i < acts; i++) say(own === '-' ? anything() : { verb: 'user', commits: [tract.on(own).user(`${process.pid} says ${i} `.repeat(1 + random.below(40))).hash] })
workspace.close()

/** Written at once: what is on the pipe was acknowledged. */
function say(act: Act): void {
  const { head } = tract.status()
  const branches = Object.fromEntries(tract.listBranches().map(({ name, commit }) => [name, commit]))
  const tags = Object.fromEntries(tract.listTags().map(({ name, commit }) => [name, commit]))
  const ack: Ack = { ...act, seq: workspace.lastSeq(), branches, tags, head: head.kind === 'attached' ? head.branch : head.commit }
  writeSync(1, `${JSON.stringify(ack)}\n`)
}
