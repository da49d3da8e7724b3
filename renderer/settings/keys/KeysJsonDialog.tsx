import { useState } from 'react'
import { ownKeys } from '../../commands/boundKeys.ts'
import { changeKeys, changesTo } from '../../commands/changeKeys.ts'
import { keysAsJson, readKeysJson } from '../../commands/keysJson.ts'
import { commandList } from '../../commands/registry.ts'
import { counted } from '../../words/numbers.ts'
import { JsonDialog } from '../JsonDialog.tsx'

/** The chosen keys as text: to keep, to hand on, to take over. */
export function KeysJsonDialog({ onClose }: { readonly onClose: () => void }) {
  const [now] = useState(() => ownKeys())
  const known = commandList.map(({ id }) => id)
  return (
    <JsonDialog
      title="Keys as JSON"
      lead="The keys that differ from those the commands come with. Copy them to keep or hand on; paste others, or open a file, to use those. An empty list takes a command’s keys away."
      first={keysAsJson(now)}
      verb="Use these keys"
      read={(text) => {
        const found = readKeysJson(text, known)
        if (found.kind === 'problem') return found
        const words = `${counted(Object.keys(found.keys).length, 'command')} with keys of its own${found.unknown.length === 0 ? '' : `; ${found.unknown.join(', ')} is unknown here and kept`}`
        return { kind: 'read', words: Object.keys(found.keys).length === 0 ? 'Every command gets the keys it comes with' : words, value: found.keys }
      }}
      onUse={(keys) => changeKeys(changesTo(keys), 'The keys are those of the text now')}
      onClose={onClose}
    />
  )
}
