/** A process that erases, trashes and purges in a file until it is killed, and says each act before it begins and after it has returned. Arguments: path, seed. */
import { writeSync } from 'node:fs'
import { Workspace } from '../../core/workspace.ts'

export type CleanUpLine = { readonly about: 'erase' | 'gc'; readonly number: number; readonly isDone: boolean }

const [path = '', seed = '1'] = process.argv.slice(2)
const workspace = Workspace.open(path)
const tract = workspace.list().length > 0 ? workspace.get('cleaned') : workspace.create({ name: 'cleaned' })
const say = (line: CleanUpLine): unknown => writeSync(1, `${JSON.stringify(line)}\n`)

for (let number = Number(seed) * 1000; ; number++) {
  const told = tract.user(`secret-${number} `.repeat(200))
  tract.branch(`left-${number}`)
  for (let i = 0; i < 20; i++) tract.user(`left-${number} ${i} `.repeat(50))
  tract.switch('main')
  tract.deleteBranch(`left-${number}`, { force: true })
  say({ about: 'gc', number, isDone: false })
  tract.gc({ orphanRetentionDays: 0, trashRetentionDays: 0 })
  say({ about: 'gc', number, isDone: true })
  say({ about: 'erase', number, isDone: false })
  tract.erase(told.hash, { reason: 'it is a test' })
  say({ about: 'erase', number, isDone: true })
}
