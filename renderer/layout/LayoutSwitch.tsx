import { Columns2, MessageSquareText } from 'lucide-react'
import { useCommand } from '../commands/useCommand.ts'
import { Segmented } from '../components/Segmented.tsx'
import { Select } from '../components/Select.tsx'
import { useSmall } from '../state/useSmall.ts'
import { useView } from '../state/view.ts'

const layouts = [
  { value: 'talk', label: 'Talk', icon: MessageSquareText },
  { value: 'compare', label: 'Compare', icon: Columns2 },
] as const
type Layout = (typeof layouts)[number]['value']

/** What the window is for just now. */
export function LayoutSwitch() {
  const isSmall = useSmall()
  const kind = useView((view) => view.page.kind)
  const [talk, compare] = [useCommand('view.talk'), useCommand('view.compare')]
  if (compare.off !== null && kind !== 'compare') return null // with one branch there is nothing to compare
  const value: Layout | '' = kind === 'settings' ? '' : kind
  const choose = (next: string): void => (next === 'compare' ? compare.run() : talk.run())
  if (isSmall) return <Select label="Layout" value={value} options={layouts.map(({ value: own, label }) => ({ value: own, label }))} onChange={choose} />
  return <Segmented label="Layout" value={value} options={layouts} onChange={choose} />
}
