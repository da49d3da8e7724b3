import { SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { Forecast, LastingChange, OnceSettings } from '../../main/contract/chat.ts'
import { Button } from '../components/Button.tsx'
import { IconButton } from '../components/IconButton.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { Popover } from '../components/Popover.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { attempt } from '../faults/attempt.ts'
import { choose } from '../queries/chat.ts'
import { openComposerMenu, useComposerMenu } from '../state/composerMenu.ts'
import { setOnce } from '../state/once.ts'
import { showSettings } from '../state/view.ts'
import { settingFields } from './configWords.ts'
import type { SettingField } from './configWords.ts'
import { OnceMark } from './OnceMark.tsx'
import type { Place } from './place.ts'
import { readSetting, typedSetting } from './readSetting.ts'
import { SettingRow } from './SettingRow.tsx'

type Props = { readonly forecast: Forecast; readonly once: OnceSettings; readonly place: Place }
type Scope = 'lasting' | 'once'

/** Every setting of a call, with the value that holds and who set it; changed here for every message or for the next one alone. */
export function SettingsPopover({ forecast, once, place }: Props) {
  const isOpen = useComposerMenu(({ open }) => open === 'settings')
  const setOpen = (open: boolean): void => openComposerMenu(open ? 'settings' : null)
  const [scope, setScope] = useState<Scope>('lasting')
  const marked = settingFields.filter((field) => field !== 'temperature' && once[field] !== undefined)
  const lastingCount = settingFields.filter((field) => field !== 'temperature' && forecast.lasting[field] !== undefined).length
  const clearOnce = (): void => setOnce(place.tract, place.branch, Object.fromEntries(marked.map((field) => [field, undefined])))
  return (
    <>
      <Popover
        label="Settings of the call"
        side="top"
        align="start"
        className="w-100 p-3.5"
        open={isOpen}
        onOpenChange={(open) => {
          if (open) setScope(marked.length > 0 ? 'once' : 'lasting')
          setOpen(open)
        }}
        trigger={<IconButton label="More settings" icon={SlidersHorizontal} box={24} on={marked.length + lastingCount > 0} tip={tipOf(marked.length, lastingCount)} />}
      >
        <SettingsForm key={scope} forecast={forecast} once={once} place={place} scope={scope} onScope={setScope} onDone={() => setOpen(false)} />
      </Popover>
      {marked.length > 0 && (
        <>
          <span className="text-xs text-accent-text">{marked.length} once</span>
          <OnceMark label="Use the usual settings for the next message" onClear={clearOnce} />
        </>
      )}
    </>
  )
}

function tipOf(once: number, lasting: number): string {
  if (once > 0) return `More settings: ${once} for the next message alone`
  return lasting > 0 ? `More settings: ${lasting} set for every message` : 'More settings: length, seed, stop sequences …'
}

const scopes = [
  { value: 'lasting', label: 'Every message' },
  { value: 'once', label: 'The next one alone' },
] as const

type FormProps = Props & { readonly scope: Scope; readonly onScope: (scope: Scope) => void; readonly onDone: () => void }

function SettingsForm({ forecast, once, place, scope, onScope, onDone }: FormProps) {
  const own = scope === 'once' ? once : forecast.lasting
  const [typed, setTyped] = useState(() => Object.fromEntries(settingFields.map((field) => [field, typedSetting(own[field])])) as Record<SettingField, string>)
  const reads = settingFields.map((field) => ({ field, read: readSetting(field, typed[field]) }))
  const isBad = reads.some(({ read }) => read.kind === 'problem')
  const save = (): void => {
    if (isBad) return
    if (scope === 'once') setOnce(place.tract, place.branch, Object.fromEntries(reads.map(({ field, read }) => [field, read.kind === 'value' ? read.value : undefined])))
    else void attempt(() => choose(Object.fromEntries(reads.map(({ field, read }) => [field, read.kind === 'value' ? read.value : null])) as LastingChange))
    onDone()
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="flex items-center gap-2">
        <h2 className="grow text-sm font-semibold">Settings of the call</h2>
        <Segmented small label="For" value={scope} options={scopes} onChange={onScope} />
      </div>
      <div className="-mx-1 grid max-h-[52vh] gap-1.5 overflow-y-auto px-1 py-1">
        {reads.map(({ field, read }) => (
          <SettingRow key={field} field={field} forecast={forecast} typed={typed[field]} problem={read.kind === 'problem' ? read.words : null} onType={(text) => setTyped({ ...typed, [field]: text })} />
        ))}
      </div>
      <div className="flex items-center gap-2">
        <LinkButton onClick={() => showSettings('operations')}>why? all levels</LinkButton>
        <span className="grow" />
        <Button variant="ghost" onClick={() => setTyped(Object.fromEntries(settingFields.map((field) => [field, ''])) as Record<SettingField, string>)}>
          Clear all
        </Button>
        <Button type="submit" variant="primary" off={isBad ? 'One of the values can’t be taken' : null}>
          {scope === 'once' ? 'Use once' : 'Use'}
        </Button>
      </div>
    </form>
  )
}
