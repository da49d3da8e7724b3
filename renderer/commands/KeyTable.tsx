import { Keys } from '../components/Keys.tsx'
import { keysOf } from './boundKeys.ts'
import type { Command, CommandScope } from './command.ts'
import { currentContext } from './context.ts'
import { commandList } from './registry.ts'

const titles: Record<CommandScope, string> = {
  anywhere: 'Anywhere',
  page: 'Anywhere, while not typing',
  list: 'In the chat, the graph and the X-ray, on the focused step',
  tracts: 'In the list of tracts',
  composer: 'While writing a message',
}
const scopes: readonly CommandScope[] = ['anywhere', 'page', 'list', 'composer', 'tracts']

/** Every key there is, from the one list of commands. */
export function KeyTable() {
  const context = currentContext()
  const withKeys = commandList.filter((command) => keysOf(command).length > 0)
  return (
    <div className="grid gap-6 text-sm">
      {scopes.map((scope) => (
        <section key={scope} className="grid gap-1">
          <h3 className="text-xs font-semibold text-muted">{titles[scope]}</h3>
          <dl className="grid rounded-lg inset-ring inset-ring-line">
            {withKeys
              .filter((command) => command.scope === scope)
              .map((command) => (
                <KeyRow key={command.id} command={command} title={command.title(context)} />
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

function KeyRow({ command, title }: { readonly command: Command; readonly title: string }) {
  const Icon = command.icon
  return (
    <div className="flex h-8.5 items-center gap-2.5 border-b border-subtle px-3.5 last:border-b-0">
      <Icon size={14} className="text-muted" />
      <dt className="min-w-0 grow truncate">{title}</dt>
      <dd className="flex gap-2.5">
        {keysOf(command).map((keys) => (
          <Keys key={keys} keys={keys} />
        ))}
      </dd>
    </div>
  )
}
