import { Plus, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { ownKeys } from '../../commands/boundKeys.ts'
import { changeKeys } from '../../commands/changeKeys.ts'
import { conflictsOf, whyNotKeys } from '../../commands/keyConflicts.ts'
import type { Conflict, Platform } from '../../commands/keyConflicts.ts'
import { isMac, showKeys } from '../../commands/keys.ts'
import { commandList } from '../../commands/registry.ts'
import { Button } from '../../components/Button.tsx'
import { IconButton } from '../../components/IconButton.tsx'
import { Keys } from '../../components/Keys.tsx'
import { currentContext } from '../../commands/context.ts'
import { assertNever } from '../../state/assertNever.ts'
import { KeyRecorder } from './KeyRecorder.tsx'
import { scopeWords } from './commandGroups.ts'
import type { CommandRow } from './commandGroups.ts'

type State =
  | { readonly kind: 'shown' }
  /** `at`: which of its keys gives way; one past the last adds another. */
  | { readonly kind: 'recording'; readonly at: number }
  | { readonly kind: 'refused'; readonly at: number; readonly keys: string; readonly why: string }
  | { readonly kind: 'taken'; readonly at: number; readonly keys: string; readonly conflicts: readonly Conflict[] }

/** A command with its keys. A click or Enter on one records another in its place. */
export function KeyRow({ row, isBrowser }: { readonly row: CommandRow; readonly isBrowser: boolean }) {
  const { command, title, keys, isOwn } = row
  const [state, setState] = useState<State>({ kind: 'shown' })
  const Icon = command.icon
  const buttons = useRef<HTMLSpanElement>(null)
  const back = useRef<number | null>(null)
  useEffect(() => {
    if (state.kind !== 'shown' || back.current === null) return
    ;(buttons.current?.children[back.current] as HTMLElement | undefined)?.focus() // the recorder is gone; the keyboard stays where it was
    back.current = null
  }, [state])
  const leave = (at: number): void => {
    back.current = at
    setState({ kind: 'shown' })
  }
  const save = (at: number, recorded: string, conflicts: readonly Conflict[] = []): void => {
    leave(at)
    void changeKeys({ ...given(conflicts), [command.id]: replaced(keys, at, recorded) }, `${title}: ${capsText(recorded)}`)
  }
  const onRecorded = (at: number, recorded: string): void => {
    if (keys.includes(recorded)) return leave(at)
    const platform: Platform = { isMac, isBrowser }
    const why = whyNotKeys(recorded, command, platform)
    if (why !== null) return setState({ kind: 'refused', at, keys: recorded, why })
    const conflicts = conflictsOf(recorded, command, commandList, ownKeys())
    if (conflicts.length > 0) return setState({ kind: 'taken', at, keys: recorded, conflicts })
    save(at, recorded)
  }
  const remove = (at: number): void => {
    leave(at)
    void changeKeys({ [command.id]: keys.filter((_, index) => index !== at) }, `${title}: ${capsText(keys[at] ?? '')} does nothing now`)
  }
  return (
    <li className="grid gap-2 border-b border-subtle px-3.5 py-1.5 last:border-b-0">
      <div className="flex min-h-6 flex-wrap items-center gap-x-2.5 gap-y-1">
        <Icon size={14} className="text-muted" />
        <span className="min-w-0 truncate">{title}</span>
        <span className="truncate text-xs text-muted">{scopeWords[command.scope]}</span>
        <span className="grow" />
        {fixed[command.id] === undefined ? (
          <span ref={buttons} className="flex items-center gap-1">
            {[...keys, null].map((one, at) =>
              state.kind === 'recording' && state.at === at ? (
                <KeyRecorder key="recorder" label={`New keys for ${title}`} takesTwo={command.scope !== 'composer'} onRecorded={(recorded) => onRecorded(at, recorded)} onRemove={one === null ? null : () => remove(at)} onCancel={() => leave(at)} onBlur={() => setState((now) => (now.kind === 'recording' ? { kind: 'shown' } : now))} />
              ) : one === null ? (
                <IconButton key="add" label={`Add keys to ${title}`} tip={keys.length === 0 ? 'Give it keys' : 'Add another combination'} icon={Plus} box={24} onClick={() => setState({ kind: 'recording', at })} />
              ) : (
                <Button key={`key ${at}`} size="sm" variant="ghost" className="px-1!" tip="Press Enter or click, then the new keys" onClick={() => setState({ kind: 'recording', at })}>
                  <span className="sr-only">Change </span>
                  <Keys keys={one} isRead />
                  <span className="sr-only"> of {title}</span>
                </Button>
              ),
            )}
            <IconButton label={`Reset the keys of ${title}`} tip="Back to the keys it comes with" icon={RotateCcw} box={24} off={isOwn ? null : 'These are the keys it comes with'} className={isOwn ? '' : 'opacity-0 focus-visible:opacity-100'} onClick={() => void changeKeys({ [command.id]: null }, `${title} has its first keys again`)} />
          </span>
        ) : (
          <span className="text-xs text-muted">{fixed[command.id]}</span>
        )}
      </div>
      <Verdict state={state} title={title} onTake={save} onAgain={(at) => setState({ kind: 'recording', at })} onLeave={leave} />
    </li>
  )
}

/** Those whose keys are set elsewhere. */
const fixed: { readonly [command: string]: string } = { 'chat.send': 'set under General: Enter sends' }

type VerdictProps = { readonly state: State; readonly title: string; readonly onTake: (at: number, keys: string, conflicts: readonly Conflict[]) => void; readonly onAgain: (at: number) => void; readonly onLeave: (at: number) => void }

/** Why keys can't be had, or who has them, with the ways on. */
function Verdict({ state, title, onTake, onAgain, onLeave }: VerdictProps) {
  switch (state.kind) {
    case 'shown':
    case 'recording':
      return null
    case 'refused':
      return (
        <p role="alert" className="flex flex-wrap items-center gap-2 rounded-md bg-warning-soft px-2.5 py-1.5 text-sm text-warning">
          <Keys keys={state.keys} /> can’t be used for “{title}”: {sentence(state.why)}.
          <span className="grow" />
          <Button size="sm" autoFocus onClick={() => onAgain(state.at)}>Press others</Button>
          <Button size="sm" variant="ghost" onClick={() => onLeave(state.at)}>Cancel</Button>
        </p>
      )
    case 'taken':
      return (
        <p role="alert" className="flex flex-wrap items-center gap-2 rounded-md bg-warning-soft px-2.5 py-1.5 text-sm text-warning">
          {conflictWords(state.keys, title, state.conflicts)}
          <span className="grow" />
          <Button size="sm" autoFocus onClick={() => onTake(state.at, state.keys, state.conflicts)}>{`Use for “${title}”`}</Button>
          <Button size="sm" variant="ghost" onClick={() => onAgain(state.at)}>Press others</Button>
          <Button size="sm" variant="ghost" onClick={() => onLeave(state.at)}>Cancel</Button>
        </p>
      )
    default:
      return assertNever(state)
  }
}

function conflictWords(keys: string, title: string, conflicts: readonly Conflict[]): string {
  const names = conflicts.map((conflict) => `“${conflict.with.title(currentContext())}” (${scopeWords[conflict.with.scope]}${conflict.keys === keys ? '' : `, ${capsText(conflict.keys)}`})`)
  return `${capsText(keys)} is taken by ${names.join(' and ')}. “${title}” would take it from there.`
}

/** What the others have left when their keys are taken. */
function given(conflicts: readonly Conflict[]): { readonly [command: string]: readonly string[] } {
  const left: Record<string, readonly string[]> = {}
  for (const { keys, with: other } of conflicts) left[other.id] = (left[other.id] ?? ownKeys()[other.id] ?? other.keys).filter((one) => one !== keys)
  return left
}

const replaced = (keys: readonly string[], at: number, recorded: string): readonly string[] => (at < keys.length ? keys.with(at, recorded) : [...keys, recorded])
const capsText = (keys: string): string => showKeys(keys).join(' ')
const sentence = (why: string): string => why.charAt(0).toLowerCase() + why.slice(1)
