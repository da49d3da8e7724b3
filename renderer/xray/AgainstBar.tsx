import { useQuery } from '@tanstack/react-query'
import { Bookmark, ChevronDown, GitBranch, History, Send } from 'lucide-react'
import type { ContextChanges } from '../../main/contract/xray.ts'
import { currentContext } from '../commands/context.ts'
import { Menu, MenuItem, MenuLabel } from '../components/Menu.tsx'
import { Num } from '../components/Num.tsx'
import { cx } from '../components/cx.ts'
import { tagsQuery } from '../queries/branches.ts'
import type { Current } from '../queries/useCurrent.ts'
import { useSelection } from '../state/selection.ts'
import { setAgainst } from '../state/xray.ts'
import type { XrayAgainst } from '../state/xray.ts'
import { plainText, textOf } from '../words/contents.ts'
import { useWords } from '../words/words.ts'
import { countWords } from './sinceWords.ts'

type Props = { readonly current: Current; readonly against: XrayAgainst; readonly changes: ContextChanges | null }

/** What the difference is against, and what it comes to. */
export function AgainstBar({ current, against, changes }: Props) {
  const words = against.kind === 'lastCall' ? 'the previous call' : against.words
  return (
    <div className="flex items-center gap-2 border-b border-subtle py-1 pr-3.5 pl-[7px] text-xs whitespace-nowrap text-muted">
      <Menu
        trigger={
          <button type="button" aria-label={`Compared against ${words}`} className="inline-flex h-6 min-w-0 items-center gap-[5px] rounded-sm px-[7px] text-soft press hover:bg-hover data-[state=open]:bg-active">
            <span className="truncate">against {words}</span>
            <ChevronDown size={12} className="shrink-0 opacity-55" />
          </button>
        }
      >
        <Choices current={current} />
      </Menu>
      <span className="grow" />
      {changes && (
        <span className="num flex gap-1.5 text-num!">
          {countWords(changes).map(({ text, tone }) => (
            <span key={text} className={cx(tone === 'added' ? 'text-success' : tone === 'removed' ? 'text-danger' : tone === 'changed' ? 'text-edited' : 'text-muted')}>
              {text.replace(/ messages?$/, '')}
            </span>
          ))}
        </span>
      )}
      {changes && changes.tokenDelta !== 0 && (
        <Num value={Math.abs(changes.tokenDelta)} prefix={`Δ ${changes.tokenDelta > 0 ? '+' : '−'}`} className="text-num! text-soft" />
      )}
    </div>
  )
}

function Choices({ current: { tract, branch, overview } }: { readonly current: Current }) {
  const words = useWords()
  const focused = useSelection((selection) => selection.focused)
  const { data: tags = [] } = useQuery(tagsQuery(tract))
  const target = focused === null ? null : currentContext(focused).target
  const excerpt = target === null ? '' : plainText(textOf(target.content), 30)
  return (
    <>
      <MenuItem icon={Send} onSelect={() => setAgainst({ kind: 'lastCall' })}>
        The previous call
      </MenuItem>
      <MenuItem icon={History} off={target === null ? `Choose a ${words.step} first` : null} sub={excerpt} onSelect={() => target && setAgainst({ kind: 'at', at: target.messageId, words: `“${excerpt}”` })}>
        After the chosen step
      </MenuItem>
      {overview.branches.length > 1 && <MenuLabel>Another branch</MenuLabel>}
      {overview.branches.filter(({ name }) => name !== branch).map(({ name }) => (
        <MenuItem key={name} icon={GitBranch} onSelect={() => setAgainst({ kind: 'at', at: name, words: name })}>
          {name}
        </MenuItem>
      ))}
      {tags.length > 0 && <MenuLabel>{words.bookmark}</MenuLabel>}
      {tags.map(({ name, commit }) => (
        <MenuItem key={name} icon={Bookmark} onSelect={() => setAgainst({ kind: 'at', at: commit, words: name })}>
          {name}
        </MenuItem>
      ))}
    </>
  )
}
