import { memo, useMemo, useState } from 'react'
import ReactMarkdown from 'react-markdown'
import type { Components, ExtraProps, Options } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import { LinkButton } from '../components/LinkButton.tsx'
import { CodeBlock } from './CodeBlock.tsx'
import { imageHost, safeLink } from './links.ts'
import { limitNodes } from './limitNodes.ts'
import { MessageLink } from './MessageLink.tsx'
import { PlainOnError } from './PlainOnError.tsx'
import { isTooIntricate } from './tooIntricate.ts'
import { AddedWords, RemovedWords } from './WordDiff.tsx'

type Pluggable = NonNullable<Options['rehypePlugins']>[number]

const maxCharacters = 1_000_000

/** Text by a person or a model, formatted. Nothing in it is fetched, run or drawn as part of the app: no HTML, no images, links ask first. */
export const Markdown = memo(function Markdown({ text, mark }: { readonly text: string; /** Marks words of it, after it is formatted. */ readonly mark?: Pluggable }) {
  const [anyway, setAnyway] = useState(false)
  const isIntricate = useMemo(() => isTooIntricate(text), [text])
  if (text.length > maxCharacters && !anyway) {
    return (
      <>
        <PlainText text={text} />
        <LinkButton onClick={() => setAnyway(true)}>format this long text</LinkButton>
      </>
    )
  }
  if (isIntricate) return <PlainText text={text} />
  return (
    <PlainOnError plain={<PlainText text={text} />}>
      <div className="grid min-w-0 grid-cols-1 gap-2 wrap-break-word">
        <ReactMarkdown remarkPlugins={plugins} rehypePlugins={mark === undefined ? none : [mark]} urlTransform={(url) => safeLink(url) ?? ''} components={components}>
          {text}
        </ReactMarkdown>
      </div>
    </PlainOnError>
  )
})

export const PlainText = ({ text }: { readonly text: string }) => <div className="min-w-0 whitespace-pre-wrap wrap-break-word">{text}</div>

const plugins = [remarkGfm, limitNodes]
const none: Pluggable[] = []

const list = 'grid grid-cols-1 gap-0.5 pl-4.5 marker:text-muted'
const cell = 'border-b border-subtle px-2 py-1 text-left align-top'

const components: Components = {
  a: ({ href, children }) => (safeLink(href) === null ? <span>{children}</span> : <MessageLink href={href ?? ''}>{children}</MessageLink>),
  img: ({ src, alt }) => <ImageChip alt={alt ?? ''} host={imageHost(src)} />,
  pre: ({ node }) => <CodeBlock {...codeOf(node)} />,
  code: ({ children }) => <code className="rounded-xs bg-code px-1 py-px text-[.92em] inset-ring inset-ring-subtle">{children}</code>,
  ins: ({ children }) => <AddedWords>{children}</AddedWords>,
  del: ({ children, node }) => (node?.properties['data-mark'] === undefined ? <del>{children}</del> : <RemovedWords>{children}</RemovedWords>),
  h1: ({ children }) => <h3 className="mt-1 text-lg font-semibold">{children}</h3>,
  h2: ({ children }) => <h3 className="mt-1 text-title/(--lh-read) font-semibold">{children}</h3>,
  h3: ({ children }) => <h4 className="mt-1 font-semibold">{children}</h4>,
  h4: ({ children }) => <h5 className="font-semibold">{children}</h5>,
  h5: ({ children }) => <h6 className="font-medium">{children}</h6>,
  h6: ({ children }) => <h6 className="font-medium text-soft">{children}</h6>,
  ul: ({ children, className }) => <ul className={className === 'contains-task-list' ? 'grid grid-cols-1 gap-0.5' : `list-disc ${list}`}>{children}</ul>,
  ol: ({ children, start }) => (
    <ol start={start} className={`list-decimal ${list}`}>
      {children}
    </ol>
  ),
  li: ({ children }) => <li className="pl-0.5 [&>p]:inline">{children}</li>,
  input: ({ checked }) => <span className="mr-1.5 text-muted">{checked === true ? '☑' : '☐'}</span>,
  blockquote: ({ children }) => <blockquote className="grid grid-cols-1 gap-2 border-l-2 border-strong pl-3.5 text-soft">{children}</blockquote>,
  hr: () => <hr className="my-1 border-line" />,
  table: ({ children }) => (
    <div className="overflow-x-auto">
      <table className="border-collapse text-md">{children}</table>
    </div>
  ),
  th: ({ children, style }) => <th className={`${cell} font-semibold`} style={style}>{children}</th>,
  td: ({ children, style }) => <td className={cell} style={style}>{children}</td>,
  section: ({ children }) => <section className="border-t border-subtle pt-2 text-md text-soft">{children}</section>, // footnotes
}

function ImageChip({ alt, host }: { readonly alt: string; readonly host: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1.5 rounded-sm bg-active px-1.5 text-xs text-soft">
      <span className="truncate">image{alt === '' ? '' : `: ${alt}`}</span>
      <span className="truncate text-muted">{host}, not loaded</span>
    </span>
  )
}

/** The parts of a fenced block, from its tree. */
function codeOf(node: ExtraProps['node']): { readonly code: string; readonly language: string } {
  const inner = node?.children[0]
  if (inner?.type !== 'element') return { code: '', language: '' }
  const names = inner.properties['className']
  const language = Array.isArray(names) ? /^language-(.+)$/.exec(names.join(' '))?.[1] : undefined
  return { code: inner.children.map((child) => (child.type === 'text' ? child.value : '')).join('').replace(/\n$/, ''), language: language ?? '' }
}
