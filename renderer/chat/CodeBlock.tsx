import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../components/IconButton.tsx'
import { copyText } from './copyText.ts'
import type { CodeKind } from './highlight.ts'
import { useHighlight } from './useHighlight.ts'

/** Code as it was written, with its language and a way to copy it. */
export function CodeBlock({ code, language }: { readonly code: string; readonly language: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <figure className="group/code relative min-w-0 rounded-md bg-code inset-ring inset-ring-subtle">
      {language !== '' && <figcaption className="px-3 pt-2 text-xs text-muted">{language}</figcaption>}
      <pre className="overflow-x-auto px-3 py-2.5 text-sm/(--lh-md)">
        <code>
          <Coloured code={code} language={language} />
        </code>
      </pre>
      <IconButton
        label={copied ? 'Copied' : 'Copy code'}
        icon={copied ? Check : Copy}
        box={24}
        className="invisible absolute top-1.5 right-1.5 bg-code group-focus-within/step:visible group-hover/code:visible"
        onClick={() => void copyText(code).then(setCopied)}
        onPointerLeave={() => setCopied(false)}
      />
    </figure>
  )
}

function Coloured({ code, language }: { readonly code: string; readonly language: string }) {
  const parts = useHighlight(code, language)
  if (parts === null) return code
  return parts.map(({ text, kind }, at) => (kind === null ? text : <span key={at} className={colours[kind]}>{text}</span>))
}

const colours: { readonly [Kind in CodeKind]: string } = {
  keyword: 'text-accent-text',
  string: 'text-success',
  number: 'text-warning',
  comment: 'text-muted italic',
  name: 'text-summary',
  type: 'text-pinned',
  meta: 'text-soft',
  added: 'bg-(--add-bg)',
  removed: 'bg-(--del-bg)',
}
