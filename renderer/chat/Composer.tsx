import { useQuery } from '@tanstack/react-query'
import { ArrowUp, Clock, ScrollText, Square } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { keysOf } from '../commands/boundKeys.ts'
import { commands, runCommand } from '../commands/registry.ts'
import { readOnlyWords } from '../commands/whileReadOnly.ts'
import { useCommand } from '../commands/useCommand.ts'
import { currentContext } from '../commands/context.ts'
import { Button } from '../components/Button.tsx'
import { cx } from '../components/cx.ts'
import { LinkButton } from '../components/LinkButton.tsx'
import { appInfoQuery } from '../queries/app.ts'
import { settingsQuery } from '../queries/settings.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useAttachments } from '../state/attachments.ts'
import { setDraft, useDraft } from '../state/drafts.ts'
import { useLiveReply } from '../state/live.ts'
import { AttachedFiles } from './AttachedFiles.tsx'
import { ownMessages, recalled } from './ownMessages.ts'
import type { Place } from './place.ts'
import { suggestId, SuggestList } from './SuggestList.tsx'
import { takePastedText } from './takePastedText.ts'
import { useSuggestions } from './useSuggestions.ts'
import { composerKey } from './composerKey.ts'
import { ComposerFoot } from './ComposerFoot.tsx'
import { filesIn, takeFiles } from './takeFiles.ts'
import { StartBranchLine } from './StartBranchLine.tsx'
import { useDraftTokens } from './useDraftTokens.ts'
import { useFileDrop } from './useFileDrop.ts'

type Props = { readonly current: Current; readonly isChoosingModel: boolean; readonly onChoosingModel: (isOpen: boolean) => void; readonly onSent: () => void }

/** Where the next message is written. What is typed is kept per branch until the host has it. */
export function Composer({ current, isChoosingModel, onChoosingModel, onSent }: Props) {
  const { tract, branch, at, overview } = current
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(tract, branch)
  const { data: settings } = useQuery(settingsQuery())
  const place = useMemo(() => ({ tract, branch, at }), [tract, branch, at])
  const files = useAttachments(tract, branch)
  const draftTokens = useDraftTokens(place)
  const isDropping = useFileDrop(place)
  const isAnswering = useLiveReply(tract, branch) !== null && at === null
  const isRule = draft.as === 'instruction'
  const isReadOnly = (useQuery(appInfoQuery()).data?.file.readOnly ?? null) !== null
  const enterSends = settings?.enterSends ?? true
  const act = (id: 'chat.send' | 'chat.append'): void => {
    field.current?.focus()
    void runCommand(id).then((wasDone) => wasDone && onSent())
  }
  const suggestions = useSuggestions(place, draft.text, field)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isRule && (suggestions.onKeyDown(event) || recall(event, place, draft.text))) return
    const meaning = composerKey(event, enterSends, event.nativeEvent.isComposing, keysOf(commands['chat.append']))
    if (meaning === null) return
    event.preventDefault()
    act(meaning)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = filesIn(event.clipboardData)
    if (isRule) return
    if (pasted.length > 0) {
      event.preventDefault()
      void takeFiles(place, pasted)
    } else if (takePastedText(place, event.clipboardData.getData('text/plain'))) event.preventDefault()
  }
  return (
    <div className="mx-auto w-full max-w-[calc(var(--chat-measure)+48px)] shrink-0 px-6 pb-3.5">
      <div
        data-composer data-drop="composer"
        className={cx('relative rounded-lg bg-input pt-2.5 pr-2 pb-2 pl-3.5 shadow-[inset_0_0_0_1px_var(--border-field),var(--shadow-1)] has-[textarea:focus]:field-focus', isDropping && 'field-focus', isReadOnly && 'bg-sunken! shadow-none! inset-ring inset-ring-line')}
        onPointerDown={(event) => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          field.current?.focus()
        }}
      >
        {isRule && (
          <p className="mb-1 flex items-center gap-2 text-xs text-soft">
            <ScrollText size={14} className="text-muted" />
            <b className="font-medium text-ink">System prompt</b>
            <span className="grow text-muted">who the model is, and its rules; pinned</span>
            <LinkButton onClick={() => setDraft(tract, branch, { as: 'user' })}>write a message instead</LinkButton>
          </p>
        )}
        {isDropping && <p className="pointer-events-none absolute inset-0 z-(--z-sticky) grid place-items-center rounded-lg bg-selected text-sm font-medium text-accent-text">Drop text files to attach them</p>}
        {!isReadOnly && <StartBranchLine current={current} onDone={() => field.current?.focus()} />}
        {files.length > 0 && !isRule && <AttachedFiles files={files} place={place} />}
        {suggestions.open !== null && (
          <SuggestList label={suggestions.open.suggest.kind === 'command' ? 'Commands' : 'Steps to quote'} rows={suggestions.open.rows} chosen={suggestions.open.chosen} onPoint={suggestions.onPoint} onTake={suggestions.onTake} />
        )}
        <textarea
          ref={field}
          aria-autocomplete="list"
          aria-controls={suggestions.open === null ? undefined : 'suggestions'}
          aria-activedescendant={suggestions.open === null ? undefined : suggestId(suggestions.open.chosen)}
          onSelect={(event) => suggestions.onCaret(event.currentTarget.selectionStart)}
          aria-label={isRule ? 'System prompt' : 'Message'}
          placeholder={isReadOnly ? readOnlyWords : placeholder(isRule, overview.status.commitCount === 0, at !== null)}
          disabled={isReadOnly}
          rows={1}
          value={draft.text}
          onChange={(event) => {
            suggestions.onCaret(event.target.selectionStart)
            setDraft(tract, branch, { text: event.target.value })
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          className="field-sizing-content block max-h-[40vh] min-h-[26px] w-full resize-none bg-transparent pr-1.5 text-read disabled:placeholder:text-disabled"
        />
        <ComposerFoot place={place} isRule={isRule} draftTokens={draftTokens} isChoosingModel={isChoosingModel} onChoosingModel={onChoosingModel}>
          {isAnswering && !isRule ? <StopButton /> : <SendButton keys={enterSends ? 'Enter' : 'Mod+Enter'} isEmpty={draft.text.trim() === '' && files.length === 0} onSend={() => act('chat.send')} />}
        </ComposerFoot>
      </div>
    </div>
  )
}

const placeholder = (isRule: boolean, isFirst: boolean, isLooking: boolean): string => (isRule ? 'You are …' : isLooking ? 'Write what follows here instead' : isFirst ? 'Or just write the first message' : 'Write the next message. / for commands, @ to quote a step')

/** ↑ in the empty composer brings back what one has said, the newest first; ↓ goes forward again. */
function recall(event: KeyboardEvent, { tract, branch }: Place, written: string): boolean {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key] as 1 | -1 | undefined
  if (by === undefined || event.altKey || event.shiftKey || event.ctrlKey || event.metaKey) return false
  const text = recalled(ownMessages(currentContext().messages), written, by)
  if (text === null || (written === '' && by < 0)) return false
  event.preventDefault()
  setDraft(tract, branch, { text })
  return true
}

/** It comes into the place of Send: the second of two quick clicks was meant for that. */
function StopButton() {
  const { off, run } = useCommand('chat.stop')
  return (
    <Button icon={Square} keys="Escape" tip="Ends the answer; what arrived is kept" off={off} onClick={({ detail }) => detail < 2 && run()}>
      Stop
    </Button>
  )
}

/** Stays in its colour while there is nothing to send, and says so on its tooltip. Plain, with a clock, where the message would wait. */
function SendButton({ keys, isEmpty, onSend }: { readonly keys: string; readonly isEmpty: boolean; readonly onSend: () => void }) {
  const { title, off } = useCommand('chat.send')
  const waits = title.startsWith('Send ')
  return (
    <Button variant={waits ? 'plain' : 'primary'} icon={waits ? Clock : ArrowUp} keys={waits ? undefined : keys} tip={off ?? title} off={isEmpty && off !== readOnlyWords ? null : off} onClick={onSend}>
      {title === 'Send when back' ? title : title.startsWith('Send') ? 'Send' : 'Save'}
    </Button>
  )
}
