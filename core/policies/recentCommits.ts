import { log } from '../history/log.ts'
import { show } from '../history/commitView.ts'
import type { OpenWorkspace, TractHandle } from '../journal/openWorkspace.ts'
import type { Commit } from '../model/commit.ts'
import { textOf } from '../model/contentTypes.ts'

type Known = { readonly recent: Map<string, readonly Commit[]>; readonly texts: Map<string, string> }
const byFile = new WeakMap<OpenWorkspace, Known>()

function knownOf({ file }: TractHandle): Known {
  const known = byFile.get(file) ?? { recent: new Map(), texts: new Map() }
  byFile.set(file, known)
  return known
}

/** The newest commits of where the handle stands, newest first. What was read after the last act is taken from there: commits never change. */
export function recentCommits(tract: TractHandle, limit: number): readonly Commit[] {
  const { recent } = knownOf(tract)
  const place = `${tract.key} ${tract.branch ?? ''}`
  const before = recent.get(place) ?? []
  const newest = log(tract, { limit: few }).items
  const met = newest.findIndex(({ hash }) => hash === before[0]?.hash)
  const added = newest.slice(0, Math.max(0, met))
  const goesOn = met >= 0 && added.every(({ kind }) => kind !== 'merge')
  const items = goesOn ? [...added, ...before].slice(0, limit) : log(tract, { limit }).items
  recent.set(place, items)
  return items
}
const few = 3

/** The text a message came with, read once. */
export function wordsOfMessage(tract: TractHandle, message: string): string {
  const { texts } = knownOf(tract)
  const known = texts.get(message)
  if (known !== undefined) return known
  const { content } = show(tract, message)
  const words = content === null ? '' : textOf(content, tract.file.types)
  if (texts.size >= most) texts.clear()
  texts.set(message, words)
  return words
}
const most = 512
