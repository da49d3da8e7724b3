import type { Attachment } from '../../main/contract/chat.ts'

/** Bytes. Larger files would fill the context of most models. */
export const maxFileBytes = 1_048_576

export type FileRead = { readonly kind: 'text'; readonly file: Attachment } | { readonly kind: 'refused'; readonly why: string }

/** Reads a file as UTF-8 text. Pictures, archives, text in other encodings and files over 1 MB are refused, with the reason. */
export async function readTextFile(file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<FileRead> {
  const name = file.name.trim() === '' ? 'text.txt' : file.name.slice(-255)
  const refused = (why: string): FileRead => ({ kind: 'refused', why: `“${name}” was not attached: ${why}` })
  if (file.size > maxFileBytes) return refused(`it has ${(file.size / maxFileBytes).toFixed(1)} MB, at most 1 MB is taken.`)
  if (file.size === 0) return refused('it is empty.')
  const content = decode(await file.arrayBuffer())
  if (content === null) return refused('it is no UTF-8 text. Only text files can be attached.')
  if (content.trim() === '') return refused('it is blank.')
  const language = languageOf(name)
  return { kind: 'text', file: { name, content, ...(language === null ? {} : { language }) } }
}

/** null for anything but text: bytes that are no UTF-8, or a zero, which no text has. */
function decode(bytes: ArrayBuffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

/** The language of a file by its ending, as a code fence names it; null for plain text. */
export function languageOf(name: string): string | null {
  const ending = /\.([a-z0-9+#-]{1,20})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return ending === '' || ending === 'txt' || ending === 'log' ? null : (languages[ending] ?? ending)
}

const languages: { readonly [ending: string]: string | undefined } = { md: 'markdown', markdown: 'markdown', yml: 'yaml', py: 'python', rb: 'ruby', rs: 'rust', sh: 'sh', js: 'js', mjs: 'js', cjs: 'js', ts: 'ts', htm: 'html', h: 'c', hpp: 'cpp', cs: 'csharp', kt: 'kotlin' }
