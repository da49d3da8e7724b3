import { useState } from 'react'
import { Keys } from '../components/Keys.tsx'
import { groupTitles, scopeWords, sectionsOf } from '../settings/keys/commandGroups.ts'
import type { CommandRow } from '../settings/keys/commandGroups.ts'
import { keysOf } from './boundKeys.ts'
import type { CommandScope } from './command.ts'
import { currentContext } from './context.ts'
import { showKeys } from './keys.ts'
import { commandList } from './registry.ts'

/** Every key there is, from the one list of commands: those of the place that has the keyboard first. */
export function KeyTable({ place, search }: { readonly place: CommandScope | null; readonly search: string }) {
  const [context] = useState(() => currentContext()) // as it was when it opened
  const rows = commandList.map((command): CommandRow => ({ command, title: command.title(context), keys: keysOf(command), isOwn: false })).filter(({ keys }) => keys.length > 0)
  const here = rows.filter(({ command }) => command.scope === place)
  const parts = [
    ...(here.length === 0 || place === null ? [] : [{ title: `Here: ${scopeWords[place]}`, rows: sectionsOf(here, search, caps).flatMap((section) => section.rows) }]),
    ...sectionsOf(rows.filter(({ command }) => command.scope !== place), search, caps).map((section) => ({ title: groupTitles[section.group], rows: section.rows })),
  ].filter((part) => part.rows.length > 0)
  if (parts.length === 0) return <p className="text-sm text-muted">No command and no key is called that.</p>
  return (
    <div className="grid gap-6 text-sm">
      {parts.map(({ title, rows: shown }) => (
        <section key={title} aria-label={title} className="grid gap-1">
          <h3 className="text-xs font-semibold text-muted">{title}</h3>
          <dl className="grid rounded-lg inset-ring inset-ring-line">
            {shown.map((row) => (
              <KeyLine key={row.command.id} row={row} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

const caps = (keys: string): string => showKeys(keys).join(' ')

function KeyLine({ row: { command, title, keys } }: { readonly row: CommandRow }) {
  const Icon = command.icon
  return (
    <div className="flex min-h-8.5 items-center gap-2.5 border-b border-subtle px-3.5 last:border-b-0">
      <Icon size={14} className="text-muted" />
      <dt className="min-w-0 grow truncate">{title}</dt>
      <dd className="flex gap-2.5">
        {keys.map((one) => (
          <Keys key={one} keys={one} />
        ))}
        <span className="sr-only">{keys.map(caps).join(', ')}</span>
      </dd>
    </div>
  )
}
