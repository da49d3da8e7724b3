import { useMemo } from 'react'
import { PlainText } from './Markdown.tsx'
import { quotedParts } from './quotes.ts'

/** What a person wrote, as written; steps that were quoted stand before it in blocks of their own. */
export function SaidText({ text }: { readonly text: string }) {
  const { quotes, rest } = useMemo(() => quotedParts(text), [text])
  if (quotes.length === 0) return <PlainText text={text} />
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      {quotes.map((quote, at) => (
        <Quote key={at} quote={quote} />
      ))}
      {rest !== '' && <PlainText text={rest} />}
    </div>
  )
}

function Quote({ quote }: { readonly quote: string }) {
  const [name = '', ...lines] = quote.split('\n')
  return (
    <blockquote className="min-w-0 border-l-2 border-strong pl-3 text-sm text-soft">
      <p className="text-xs text-muted">{name.replace(/:$/, '')}</p>
      <div className="max-h-36 overflow-y-auto whitespace-pre-wrap wrap-break-word">{lines.join('\n')}</div>
    </blockquote>
  )
}
