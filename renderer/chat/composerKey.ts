type Press = { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }

/** What a key means in the composer. null: it writes. While a word is still being composed (as in Japanese), Enter only ends the word. */
export function composerKey(press: Press, enterSends: boolean, isComposing: boolean): 'chat.send' | 'chat.append' | null {
  if (press.key !== 'Enter' || isComposing || press.shiftKey) return null
  if (press.altKey) return 'chat.append'
  if (press.ctrlKey || press.metaKey) return 'chat.send'
  return enterSends ? 'chat.send' : null
}
