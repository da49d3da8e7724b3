import { ChevronDown, KeyRound, Plug } from 'lucide-react'
import type { Provider, Settings } from '../../main/contract/settings.ts'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuLine } from '../components/Menu.tsx'
import { attempt } from '../faults/attempt.ts'
import { chooseModel } from '../queries/settings.ts'
import { showSettings } from '../state/view.ts'
import { modelWords } from './modelWords.ts'

type Props = { readonly settings: Settings; readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }

/** Which model answers, and the others to choose from. */
export function ModelChip({ settings, isOpen, onOpenChange }: Props) {
  const { provider, model } = settings.chat
  const choose = (of: Provider) => (name: string) => void attempt(() => chooseModel(of.id, name))
  return (
    <Menu
      side="top"
      open={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        <button type="button" aria-label={`Model: ${modelWords(settings)}`} className="inline-flex h-6 min-w-0 items-center gap-[5px] rounded-sm px-[7px] text-xs whitespace-nowrap text-soft press hover:bg-hover data-[state=open]:bg-active">
          <span className="truncate">{modelWords(settings)}</span>
          <ChevronDown size={12} className="opacity-55" />
        </button>
      }
    >
      {settings.providers.filter(isReady).map((one) => (
        <div key={one.id} role="group" aria-label={one.name}>
          <MenuLabel>{one.name}</MenuLabel>
          <MenuChoice value={one.id === provider ? model : ''} onChange={choose(one)} options={one.models.map((name) => ({ value: name, label: one.kind === 'demo' ? 'Demo model' : name }))} />
        </div>
      ))}
      <MenuLine />
      {settings.providers.filter((one) => !isReady(one)).map((one) => (
        <MenuItem key={one.id} icon={KeyRound} sub={one.key.kind === 'otherHost' ? 'its key is for another host' : 'no key yet'} onSelect={() => showSettings('providers')}>
          {one.name}
        </MenuItem>
      ))}
      <MenuItem icon={Plug} onSelect={() => showSettings('providers')}>
        Connect a model…
      </MenuItem>
    </Menu>
  )
}

/** A provider of one's own may need no key: a server on this machine. */
const isReady = ({ kind, key, isBuiltIn }: Provider): boolean => kind === 'demo' || !isBuiltIn || key.kind === 'kept' || key.kind === 'environment'
