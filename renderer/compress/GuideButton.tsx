import { ChevronDown, RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { TextField } from '../components/Field.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { Popover } from '../components/Popover.tsx'
import { ask } from './compressActs.ts'
import type { Asking } from './compressActs.ts'
import type { Compressing } from './useCompress.ts'

/** Has it written again, as it is or with a sentence of guidance; every draft is kept. */
export function GuideButton({ at, asking }: { readonly at: Compressing; readonly asking: Asking }) {
  const [guidance, setGuidance] = useState('')
  const [isOpen, setOpen] = useState(false)
  const off = at.isWriting ? 'The model is writing' : at.draft?.isStale === true ? 'The steps changed since: refresh first' : null
  const go = async (words: string): Promise<void> => {
    setOpen(false)
    if (await ask(at, asking, words)) setGuidance('')
    else setOpen(words !== '') // what was typed is there to be tried again
  }
  return (
    <span className="inline-flex items-center gap-1">
      <Button size="sm" icon={RefreshCw} keys="Y" tip="A new draft beside this one" off={off} onClick={() => void go('')}>{at.draft === null ? 'Draft with the model' : 'Regenerate'}</Button>
      {at.draft !== null && (
        <Popover label="Regenerate with guidance" align="end" open={isOpen} onOpenChange={setOpen} trigger={<IconButton label="Regenerate with guidance" icon={ChevronDown} box={24} iconSize={12} off={off} />}>
          <form className="grid gap-2.5" onSubmit={(event) => { event.preventDefault(); void go(guidance) }}>
            <label className="grid gap-1 text-sm">
              What shall be otherwise?
              <TextField value={guidance} placeholder="mention the order number" onChange={(event) => setGuidance(event.target.value)} />
            </label>
            <div className="flex flex-wrap gap-1.5">
              {['shorter', 'more detail', 'keep all numbers and names'].map((words) => <Button key={words} size="sm" onClick={() => void go(words)}>{words}</Button>)}
            </div>
            <Button type="submit" variant="primary">Regenerate</Button>
          </form>
        </Popover>
      )}
    </span>
  )
}
