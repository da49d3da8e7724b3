import type { TranscriptMessage } from '../../core/model/context.ts'

/** Who said it, as a reader calls them. */
export function nameOf({ role, content, generationConfig }: TranscriptMessage): string {
  if (content.type === 'dialogue' && content.name) return content.name
  if (content.type === 'artifact' && content.ref) return content.ref
  const byType = typeNames[content.type]
  if (byType !== undefined) return byType
  if (role === 'user') return 'You'
  if (role === 'system') return 'System rule'
  return role === 'tool' ? 'Tool' : (generationConfig?.model ?? 'Assistant')
}

const typeNames: { readonly [type: string]: string | undefined } = { summary: 'Summary', artifact: 'Artifact', output: 'Output', session: 'Session', freeform: 'Data' }
