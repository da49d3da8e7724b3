import { ChevronDown, ScanEye } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../components/Button.tsx'
import { DialogFoot } from '../components/Dialog.tsx'
import { TextField } from '../components/Field.tsx'
import { Popover } from '../components/Popover.tsx'
import { approve, keep, reject } from './compressActs.ts'
import type { Asking } from './compressActs.ts'
import { SeenAfter } from './SeenAfter.tsx'
import type { Compressing } from './useCompress.ts'
import { workingOut } from './whyNotApprove.ts'

/** Refuse, leave for later, look, approve. */
export function SheetFoot({ at, asking }: { readonly at: Compressing; readonly asking: Asking }) {
  const [reason, setReason] = useState('')
  return (
    <DialogFoot>
      <Popover
        label="Reject the summary"
        side="top"
        align="start"
        trigger={<Button size="lg" variant="dangerghost" off={at.draft === null && Object.keys(at.typed).length === 0 ? 'There is no summary yet' : at.isWriting ? 'The model is still writing' : null}><span className="inline-flex items-center gap-1.5">Reject… <ChevronDown size={12} /></span></Button>}
      >
        <form className="grid gap-2.5" onSubmit={(event) => { event.preventDefault(); void reject(at, reason) }}>
          <label className="grid gap-1 text-sm">
            Why? It stands in the operation history.
            <TextField value={reason} placeholder="too lossy" onChange={(event) => setReason(event.target.value)} />
          </label>
          <Button type="submit" variant="dangerghost">Reject the summary</Button>
        </form>
      </Popover>
      <Button size="lg" variant="ghost" tip="What is written is kept; it waits in Review" onClick={() => void keep(at, asking.wish)}>Keep for later</Button>
      <span className="truncate text-sm text-muted max-[999px]:hidden">Originals stay in history. Undo any time.</span>
      <span className="grow" />
      <Popover label="What the model would see" side="top" align="end" className="w-110 p-0" trigger={<Button size="lg" icon={ScanEye} off={at.effect === null ? (at.off ?? workingOut) : null}>Preview in X-ray</Button>}>
        {at.effect !== null && <SeenAfter effect={at.effect} />}
      </Popover>
      <Button size="lg" variant="primary" keys="Mod+Enter" off={at.off} onClick={() => void approve(at, asking.wish)}>Approve</Button>
    </DialogFoot>
  )
}
