import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '../components/IconButton.tsx'
import { copyText } from './copyText.ts'

/** Code as it was written, with its language and a way to copy it. */
export function CodeBlock({ code, language }: { readonly code: string; readonly language: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <figure className="group/code relative min-w-0 rounded-md bg-code inset-ring inset-ring-subtle">
      {language !== '' && <figcaption className="px-3 pt-2 text-xs text-muted">{language}</figcaption>}
      <pre className="overflow-x-auto px-3 py-2.5 text-[12.5px]/5">
        <code>{code}</code>
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
