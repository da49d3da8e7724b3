import { Sigma } from 'lucide-react'
import { createElement } from 'react'
import type { CompressEffect } from '../../main/contract/compress.ts'
import { cx } from '../components/cx.ts'
import { Num } from '../components/Num.tsx'
import { roleIcon } from '../components/roleIcon.ts'
import { counted } from '../words/numbers.ts'
import { useWords } from '../words/words.ts'

/** The context as it would be, line by line. */
export function SeenAfter({ effect: { lines, tokensAfter } }: { readonly effect: CompressEffect }) {
  const words = useWords()
  return (
    <div className="grid max-h-[50vh] grid-rows-[auto_minmax(0,1fr)]">
      <p className="flex items-baseline gap-2 border-b border-subtle px-3.5 py-2 text-sm">
        <b className="font-semibold">X-ray</b> <span className="text-muted">{words.modelSees} then: {counted(lines.length, 'message')}</span>
        <span className="grow" />
        <Num value={tokensAfter} prefix="~" />
      </p>
      <ul className="overflow-y-auto py-1">
        {lines.map(({ messageId, role, contentType, why, preview, tokens }) => (
          <li key={messageId} className={cx('grid h-[27px] grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-2 px-3.5 text-sm', why.kind === 'summary' && 'bg-summary-soft')}>
            {createElement(why.kind === 'summary' ? Sigma : roleIcon(role, contentType), { size: 14, className: why.kind === 'summary' ? 'text-summary' : 'text-muted' })}
            <span className="truncate">{preview}</span>
            <Num value={tokens} />
          </li>
        ))}
      </ul>
    </div>
  )
}
