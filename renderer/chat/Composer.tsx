import { useQuery } from '@tanstack/react-query'
import { ArrowUp, ScrollText, Square } from 'lucide-react'
import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { runCommand } from '../commands/registry.ts'
import { useCommand } from '../commands/useCommand.ts'
import { Button } from '../components/Button.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { settingsQuery } from '../queries/settings.ts'
import type { Current } from '../queries/useCurrent.ts'
import { setDraft, useDraft } from '../state/drafts.ts'
import { useLiveReply } from '../state/live.ts'
import { composerKey } from './composerKey.ts'
import { Estimate } from './Estimate.tsx'
import { ModelChip } from './ModelChip.tsx'
import { TemperatureChip } from './TemperatureChip.tsx'

type Props = { readonly current: Current; readonly isChoosingModel: boolean; readonly onChoosingModel: (isOpen: boolean) => void; readonly onSent: () => void }

/** Where the next message is written. What is typed is kept per branch until the host has it. */
export function Composer({ current: { tract, branch, overview }, isChoosingModel, onChoosingModel, onSent }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useDraft(tract, branch)
  const { data: settings } = useQuery(settingsQuery())
  const isAnswering = useLiveReply(tract, branch) !== null
  const isRule = draft.as === 'instruction'
  const enterSends = settings?.enterSends ?? true
  const act = (id: 'chat.send' | 'chat.append'): void => {
    field.current?.focus()
    void runCommand(id).then((wasDone) => wasDone && onSent())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const meaning = composerKey(event, enterSends, event.nativeEvent.isComposing)
    if (meaning === null) return
    event.preventDefault()
    act(meaning)
  }
  return (
    <div className="mx-auto w-full max-w-[calc(var(--chat-measure)+48px)] shrink-0 px-6 pb-3.5">
      <div
        data-composer
        className="rounded-lg bg-input pt-2.5 pr-2 pb-2 pl-3.5 shadow-[inset_0_0_0_1px_var(--border-field),var(--shadow-1)] has-[textarea:focus]:field-focus"
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
        <textarea
          ref={field}
          aria-label={isRule ? 'System prompt' : 'Message'}
          placeholder={placeholder(isRule, overview.status.commitCount === 0)}
          rows={1}
          value={draft.text}
          onChange={(event) => setDraft(tract, branch, { text: event.target.value })}
          onKeyDown={onKeyDown}
          className="field-sizing-content block max-h-[40vh] min-h-[26px] w-full resize-none bg-transparent pr-1.5 text-read"
        />
        <div className="mt-1 -ml-[7px] flex min-w-0 items-center gap-0.5">
          {settings && <ModelChip settings={settings} isOpen={isChoosingModel} onOpenChange={onChoosingModel} />}
          {settings && <TemperatureChip settings={settings} />}
          <span className="grow" />
          {settings && !isRule && <Estimate settings={settings} tract={tract} branch={branch} draft={draft.text} />}
          {isAnswering && !isRule ? <StopButton /> : <SendButton keys={enterSends ? 'Enter' : 'Mod+Enter'} onSend={() => act('chat.send')} />}
        </div>
      </div>
    </div>
  )
}

const placeholder = (isRule: boolean, isFirst: boolean): string => (isRule ? 'You are …' : isFirst ? 'Or just write the first message' : 'Write the next message')

function StopButton() {
  const { off, run } = useCommand('chat.stop')
  return (
    <Button icon={Square} keys="Escape" tip="Ends the answer; what arrived is kept" off={off} onClick={run}>
      Stop
    </Button>
  )
}

/** Stays in its colour while there is nothing to send, and says so on its tooltip. */
function SendButton({ keys, onSend }: { readonly keys: string; readonly onSend: () => void }) {
  const { title, off } = useCommand('chat.send')
  return (
    <Button variant="primary" icon={ArrowUp} keys={keys} tip={off ?? title} aria-disabled={off !== null} onClick={onSend}>
      {title === 'Send' ? 'Send' : 'Save'}
    </Button>
  )
}
