import { useEffect } from 'react'
import type { TranscriptMessage } from '../../core/model/context.ts'
import { currentContext } from '../commands/context.ts'
import { attempt } from '../faults/attempt.ts'
import { edit } from '../queries/acts.ts'
import { editKey, forgetEdit, keepEdit, useEdits } from '../state/edits.ts'
import { startEditing, stopEditing, useSelection } from '../state/selection.ts'
import { textOf } from '../words/contents.ts'
import { EditBox } from './EditBox.tsx'
import { editOnBranch } from './editOnBranch.ts'
import type { Place } from './place.ts'

type Props = { readonly message: TranscriptMessage; readonly place: Place; readonly onLeave: () => void }

/** The text of a message being corrected: in its place, or as the first of a new branch. */
export function EditedMessage({ message, place: { tract, branch }, onLeave }: Props) {
  const key = editKey(tract, branch, message.messageId)
  const text = textOf(message.content)
  const words = useEdits(({ byMessage }) => byMessage[key]) ?? text
  const into = useSelection(({ editingInto }) => editingInto)
  useEffect(() => {
    if (words === text) forgetEdit(key)
  }, [words, text, key])
  const leave = (): void => {
    forgetEdit(key)
    stopEditing()
    onLeave()
  }
  const save = async (goes: typeof into): Promise<boolean> => {
    const done = goes === 'branch' ? await editOnBranch(currentContext(message.messageId), words) : (await attempt(() => edit(tract, branch, message.messageId, words))) !== undefined
    if (done) forgetEdit(key)
    return done
  }
  return <EditBox text={text} words={words} role={message.role} into={into} branch={branch} onWords={(next) => keepEdit(key, next)} onSave={save} onLeave={leave} />
}

/** A correction that was begun and left: the way back to it. */
export function UnsavedEdit({ message, place: { tract, branch }, tabIndex }: Omit<Props, 'onLeave'> & { readonly tabIndex: number }) {
  const isKept = useEdits(({ byMessage }) => byMessage[editKey(tract, branch, message.messageId)] !== undefined)
  if (!isKept) return null
  return (
    <button type="button" tabIndex={tabIndex} title="What you began to write is kept" onClick={() => startEditing(message.messageId)} className="inline-flex h-[18px] shrink-0 items-center rounded-sm bg-warning-soft px-[5px] text-num/none font-[560] text-warning">
      unsaved correction
    </button>
  )
}
