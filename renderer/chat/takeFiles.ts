import type { Attachment } from '../../main/contract/chat.ts'
import { attach, attachmentsAt, maxAttachments } from '../state/attachments.ts'
import { showToast } from '../state/toasts.ts'
import type { Place } from './place.ts'
import { readTextFile } from './readTextFile.ts'

/** Attaches what is text, and says of everything else why it was left. */
export async function takeFiles({ tract, branch }: Place, files: readonly File[]): Promise<void> {
  const room = maxAttachments - attachmentsAt(tract, branch).length
  const reads = await Promise.all(files.slice(0, Math.max(0, room)).map(readTextFile))
  attach(tract, branch, reads.flatMap((read): Attachment[] => (read.kind === 'text' ? [read.file] : [])))
  for (const read of reads) if (read.kind === 'refused') showToast({ tone: 'fault', text: read.why })
  if (files.length > room) showToast({ tone: 'fault', text: `A message takes ${maxAttachments} files; the rest was not attached.` })
}

/** The files of a drop or a paste; folders have none, words go into the text as always. */
export const filesIn = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])]
