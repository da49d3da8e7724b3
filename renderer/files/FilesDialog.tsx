import { useQuery } from '@tanstack/react-query'
import { FileText, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { FileOffer, OpenedFile } from '../../main/contract/files.ts'
import { Badge } from '../components/Badge.tsx'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { SkeletonRows } from '../components/Skeleton.tsx'
import { FaultCard } from '../faults/FaultCard.tsx'
import { faultOf } from '../faults/faultOf.ts'
import type { ShownFault } from '../faults/faultOf.ts'
import { browseFiles, filesQuery, openFile } from '../queries/files.ts'
import { closeDialog, openDialog } from '../state/view.ts'
import { dayAndClock } from '../words/times.ts'

/** The files that can be opened: those beside the open one, and the latest. */
export function FilesDialog() {
  const files = useQuery(filesQuery())
  const [fault, setFault] = useState<ShownFault | null>(null)
  const [now] = useState(() => Date.now())
  const open = async (choose: () => Promise<OpenedFile>): Promise<void> => {
    setFault(null)
    try {
      if ((await choose()).kind === 'opened') closeDialog()
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  const shown = fault ?? (files.error === null ? null : faultOf(files.error))
  return (
    <Dialog
      title="Open file"
      width={560}
      onClose={closeDialog}
      foot={
        <>
          <span className="min-w-0 grow truncate text-xs text-muted" title={files.data?.folder}>
            {files.data?.folder}
          </span>
          {files.data?.canBrowse === true && (
            <Button size="lg" icon={FolderOpen} onClick={() => void open(browseFiles)}>
              Browse…
            </Button>
          )}
          <Button size="lg" onClick={() => openDialog({ kind: 'newFile' })}>
            New file…
          </Button>
        </>
      }
    >
      <div className="grid gap-1 p-2">
        {shown !== null && (
          <div className="p-2">
            <FaultCard fault={shown} />
          </div>
        )}
        {files.isPending && <SkeletonRows count={5} label="Looking for files" />}
        {files.data?.items.length === 0 && (
          <div className="h-40">
            <EmptyState icon={FileText} title="No other files">
              Files that you make or open will stand here.
            </EmptyState>
          </div>
        )}
        {files.data?.items.map((file, at) => (
          <FileRow key={file.handle} file={file} now={now} isFirst={at === 0} onOpen={(access) => void open(() => openFile(file.handle, access))} />
        ))}
      </div>
    </Dialog>
  )
}

function FileRow({ file, now, isFirst, onOpen }: { readonly file: FileOffer; readonly now: number; readonly isFirst: boolean; readonly onOpen: (access: 'write' | 'read') => void }) {
  return (
    <div className="relative">
      <button type="button" autoFocus={isFirst} {...(isFirst && { 'data-first': true })} onClick={() => onOpen('write')} className="grid w-full grid-cols-[16px_minmax(0,1fr)_auto_auto] items-center gap-2.5 rounded-md py-2 pr-24 pl-2.5 text-left press hover:bg-hover focus-visible:-outline-offset-2">
        <FileText size={16} className="text-muted" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{file.name}</span>
          <span className="block truncate text-xs text-muted">{file.path}</span>
        </span>
        {file.isOpen ? <Badge tone="success">open</Badge> : <span />}
        <span className="text-xs text-muted">{dayAndClock(file.modifiedAt, now)}</span>
      </button>
      <LinkButton aria-label={`Open ${file.name} to read only`} className="absolute top-1/2 right-3 my-0! -translate-y-1/2" onClick={() => onOpen('read')}>read only</LinkButton>
    </div>
  )
}
