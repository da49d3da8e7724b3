import { Contrast } from 'lucide-react'
import { CommandButton } from '../commands/CommandButtons.tsx'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { showSettings } from '../state/view.ts'

/** Under an answer whose model never saw the beginning. What to do about it stands at the newest one only. */
export function TruncatedBanner({ isLast }: { readonly isLast: boolean }) {
  const actions = (
    <span className="flex shrink-0 gap-2">
      <Button size="sm" onClick={() => showSettings('providers')} tip="Where the size of its context is set">Raise context size</Button>
      <CommandButton id="answer.hideLargest" size="sm">Hide steps</CommandButton>
    </span>
  )
  return (
    <Banner tone="warning" icon={Contrast} action={isLast ? actions : undefined}>
      The model read only a part of what was sent: its context is too small. The answer may miss the beginning.
    </Banner>
  )
}
