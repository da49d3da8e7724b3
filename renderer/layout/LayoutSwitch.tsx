import { Columns2, GitFork, Inbox, MessageSquareText, ScanSearch } from 'lucide-react'
import { runCommand } from '../commands/registry.ts'
import { Segmented } from '../components/Segmented.tsx'
import { Select } from '../components/Select.tsx'
import { useSmall } from '../state/useSmall.ts'
import { useView } from '../state/view.ts'
import type { LayoutName } from '../state/view.ts'

const layouts = [
  { value: 'talk', label: 'Talk', icon: MessageSquareText },
  { value: 'graph', label: 'Graph', icon: GitFork },
  { value: 'review', label: 'Review', icon: Inbox },
  { value: 'compare', label: 'Compare', icon: Columns2, drop: 'compare' },
  { value: 'forensics', label: 'Forensics', icon: ScanSearch },
] as const

/** What the window is for just now. */
export function LayoutSwitch() {
  const isSmall = useSmall()
  const kind = useView((view) => view.page.kind)
  const value: LayoutName | '' = kind === 'settings' ? '' : kind
  const choose = (next: LayoutName): void => void runCommand(`view.${next}`)
  if (isSmall) return <Select label="Layout" value={value} options={layouts.map(({ value: own, label }) => ({ value: own, label }))} {...(value === '' && { shown: 'Layout' })} onChange={choose} />
  return <Segmented label="Layout" value={value} options={layouts} onChange={choose} />
}
