import { FileCode2, X } from 'lucide-react'
import { IconButton } from '../components/IconButton.tsx'
import { Num } from '../components/Num.tsx'
import { detach } from '../state/attachments.ts'
import type { AttachedFile } from '../state/attachments.ts'
import type { Place } from './place.ts'
import { attachedTokens } from './draftTokens.ts'

/** The files that go with the next message, each with its size and a way back. */
export const AttachedFiles = ({ files, place: { tract, branch } }: { readonly files: readonly AttachedFile[]; readonly place: Place }) => (
  <ul aria-label="Attached files" className="mb-1.5 flex max-h-24 flex-wrap gap-1.5 overflow-y-auto pr-1.5">
    {files.map((file) => (
      <li key={file.id} className="inline-flex h-6 max-w-64 min-w-0 items-center gap-1.5 rounded-sm bg-active pl-[7px] text-xs">
        <FileCode2 size={12} className="text-muted" />
        <span className="truncate" title={file.name}>
          {file.name}
        </span>
        <Num value={attachedTokens(file)} prefix="~" className="text-num! text-muted" />
        <IconButton label={`Take ${file.name} away`} icon={X} box={24} iconSize={12} onClick={() => detach(tract, branch, [file.id])} />
      </li>
    ))}
  </ul>
)
