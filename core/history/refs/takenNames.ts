import { Fault } from '../../model/fault.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import type { ReadDb } from '../../store/database.ts'
import { findBranch, findTag, listBranchRefs, listTagRefs } from '../../store/refs.ts'
import { readHead } from '../../store/tracts.ts'
import { seenAs } from './lookAlike.ts'

/** Whether there is a branch of this exact name; the one HEAD is on is there even before its first commit. */
export function isBranchHere(db: ReadDb, tract: TractHandle, name: string): boolean {
  return findBranch(db, tract.key, name) !== undefined || readHead(db, tract.key).branch === name
}

/** `instead` is the branch that gives up its name for this one. Faults: `branch/exists`, `ref/bad-name` where it would be taken for another one. */
export function checkBranchFree(db: ReadDb, tract: TractHandle, name: string, instead: string | null = null): void {
  if (isBranchHere(db, tract, name)) throw new Fault('branch/exists', { name })
  checkNoTwin(name, 'branch', branchNames(db, tract).filter((other) => other !== instead))
  checkNoTwin(name, 'tag', tagNames(db, tract).filter((other) => other !== name))
}

/** A tag may be called as a branch is: the plain name then means the branch. Faults: `tag/exists`, `ref/bad-name`. */
export function checkTagFree(db: ReadDb, tract: TractHandle, name: string): void {
  if (findTag(db, tract.key, name) !== undefined) throw new Fault('tag/exists', { name })
  checkNoTwin(name, 'tag', tagNames(db, tract))
  checkNoTwin(name, 'branch', branchNames(db, tract).filter((other) => other !== name))
}

/** A name that looks like another one's would be taken for it. */
function checkNoTwin(name: string, kind: 'branch' | 'tag', others: readonly string[]): void {
  const seen = seenAs(name)
  const twin = others.find((other) => seenAs(other) === seen)
  if (twin !== undefined) throw new Fault('ref/bad-name', { name, found: `it looks like the ${kind} "${twin}"` })
}

function branchNames(db: ReadDb, tract: TractHandle): readonly string[] {
  const { branch } = readHead(db, tract.key)
  return [...listBranchRefs(db, tract.key).map(({ name }) => name), ...(branch === null ? [] : [branch])]
}

const tagNames = (db: ReadDb, tract: TractHandle): readonly string[] => listTagRefs(db, tract.key).map(({ name }) => name)
