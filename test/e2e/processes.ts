import { spawnSync } from 'node:child_process'

/** A process and everything it started, and what those started, by their ids. */
export function listTree(pid: number): readonly number[] {
  const children = listChildren()
  const tree = [pid]
  for (const parent of tree) tree.push(...(children.get(parent) ?? []))
  return tree
}

/** Those of the processes that still run. One that ended and waits to be taken note of has ended. */
export function listRunning(pids: readonly number[]): readonly number[] {
  const rows = readRows()
  return pids.filter((pid) => rows.some((row) => row.pid === pid && !row.state.startsWith('Z')))
}

/** The one process of the tree whose command line holds these words. */
export function findInTree(pid: number, words: string): number {
  const tree = listTree(pid)
  const found = readRows().findLast((row) => tree.includes(row.pid) && row.command.includes(words))
  if (!found) throw new Error(`no process of ${pid} runs ${words}`)
  return found.pid
}

function listChildren(): ReadonlyMap<number, readonly number[]> {
  const children = new Map<number, number[]>()
  for (const { pid, parent } of readRows()) children.set(parent, [...(children.get(parent) ?? []), pid])
  return children
}

type Row = { readonly pid: number; readonly parent: number; readonly state: string; readonly command: string }

function readRows(): readonly Row[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? []
    return pid && parent && state ? [{ pid: Number(pid), parent: Number(parent), state, command: command ?? '' }] : []
  })
}
