import { isPressed } from '../commands/keys.ts'
import type { KeyPress } from '../commands/keys.ts'

/**
 * What a key means in the composer. null: it writes. Enter sends or makes a new line, as chosen; with Ctrl or ⌘ it always sends. While a word is still
 * being composed (as in Japanese), Enter only ends the word.
 */
export function composerKey(press: KeyPress, enterSends: boolean, isComposing: boolean, appendKeys: readonly string[] = ['Alt+Enter']): 'chat.send' | 'chat.append' | null {
  if (isComposing) return null
  if (appendKeys.some((keys) => isPressed(press, keys))) return 'chat.append'
  if (press.key !== 'Enter' || press.shiftKey || press.altKey) return null
  if (press.ctrlKey || press.metaKey) return 'chat.send'
  return enterSends ? 'chat.send' : null
}
