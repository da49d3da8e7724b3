import type { PaneName } from '../components/Pane.tsx'
import { words } from '../words/words.ts'
import { firstKeyOf } from './boundKeys.ts'
import type { CommandContext } from './context.ts'
import { commands } from './registry.ts'
import type { CommandId } from './registry.ts'

export type KeyHint = { readonly id: CommandId; readonly keys: string; readonly word: string }

/** What a pane's foot offers, most useful first. */
const offered: { readonly [Pane in PaneName]?: readonly CommandId[] } = {
  rail: ['step.hide', 'step.pin', 'step.branch', 'branch.merge', 'step.details', 'step.normal', 'step.bookmark'],
  canvas: ['step.hide', 'step.pin', 'step.branch', 'branch.merge', 'branch.rebase', 'step.normal', 'step.bookmark'],
  xray: ['step.hide', 'step.pin', 'step.normal', 'step.edit', 'step.details'],
}

/** The five keys that would do something now in this pane; those that are taken away or can't act are passed over. */
export function keyHintsOf(pane: PaneName, context: CommandContext, most = 5): readonly KeyHint[] {
  const hints = (offered[pane] ?? []).flatMap((id): KeyHint[] => {
    const keys = firstKeyOf(commands[id])
    return keys === undefined || commands[id].whyNot(context) !== null ? [] : [{ id, keys, word: shortWord(id) }]
  })
  return hints.slice(0, most)
}

/** One word, as there is room for no more. */
function shortWord(id: CommandId): string {
  const { hideKey, pinKey, normalKey, editKey, mergeKey, rebaseKey, bookmark } = words()
  const short: { readonly [Id in CommandId]?: string } = { 'step.hide': hideKey, 'step.pin': pinKey, 'step.normal': normalKey, 'step.edit': editKey, 'step.branch': 'branch', 'branch.merge': mergeKey, 'branch.rebase': rebaseKey, 'step.details': 'details', 'step.bookmark': bookmark.toLowerCase() }
  return short[id] ?? id
}
