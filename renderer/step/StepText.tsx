import type { TranscriptMessage } from '../../core/model/context.ts'
import type { Content } from '../../core/model/content.ts'
import { CodeBlock } from '../chat/CodeBlock.tsx'
import { FileFold } from '../chat/FileFold.tsx'
import { Markdown, PlainText } from '../chat/Markdown.tsx'
import { toolText } from '../chat/toolWords.ts'
import { WordDiff } from '../chat/WordDiff.tsx'
import { textOf } from '../words/contents.ts'

type Props = { readonly content: Content; readonly role: TranscriptMessage['role']; /** What it said before: the words that changed stand out. */ readonly before?: Content | null }

/** The text of a step: formatted where a model wrote it, as typed where a person did. */
export function StepText({ content, role, before = null }: Props) {
  if (before !== null) return <WordDiff before={textOf(before)} after={textOf(content)} />
  if (content.type === 'tool_call' || content.type === 'tool_result') return <CodeBlock code={toolText(content)} language={content.tool} />
  if (content.type === 'artifact') return <FileFold content={content.content} language={content.language ?? ''} />
  const text = textOf(content)
  if (text === '') return <span className="text-muted">(empty)</span>
  return role === 'assistant' && content.type !== 'reasoning' ? <Markdown text={text} /> : <PlainText text={text} />
}
