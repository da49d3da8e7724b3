import type { SettingsPage } from '../state/view.ts'

export type SettingsEntry = { readonly page: SettingsPage; readonly title: string; /** Other words it may be looked for by. */ readonly words: string }

/** What can be set where. The search field knows no other list. */
export const settingsIndex: readonly SettingsEntry[] = [
  { page: 'general', title: 'Enter sends', words: 'return newline send key' },
  { page: 'general', title: 'Tips', words: 'hints help learn onboarding tell again' },
  { page: 'providers', title: 'Answers come from', words: 'model chat choose' },
  { page: 'providers', title: 'API keys', words: 'key secret token openai anthropic' },
  { page: 'providers', title: 'Address', words: 'base url endpoint host proxy gateway' },
  { page: 'providers', title: 'Headers', words: 'http header organization project' },
  { page: 'providers', title: 'Ollama context size', words: 'ollama local num_ctx window' },
  { page: 'providers', title: 'Servers on this machine', words: 'ollama lm studio llama.cpp vllm local found' },
  { page: 'providers', title: 'Check connection', words: 'test latency ping' },
  { page: 'models', title: 'Prices', words: 'cost dollar usd money token input output cached' },
  { page: 'models', title: 'Context window', words: 'tokens size limit maximum output' },
  { page: 'models', title: 'Add a model', words: 'list remove name' },
  { page: 'operations', title: 'Clients', words: 'provider where chat compress merge orchestrator plan title' },
  { page: 'operations', title: 'Configs', words: 'temperature max tokens model seed top_p top_k stop sequences penalty' },
  { page: 'operations', title: 'Which value wins', words: 'levels resolution llm_config default override why' },
  { page: 'operations', title: 'Paste JSON', words: 'import request alias' },
  { page: 'budget', title: 'Token budget', words: 'limit tokens context' },
  { page: 'keys', title: 'Keyboard shortcuts', words: 'keys hotkeys rebind change record' },
  { page: 'keys', title: 'Export or import keys', words: 'json file backup' },
  { page: 'appearance', title: 'Theme', words: 'dark light colour appearance system look' },
  { page: 'appearance', title: 'Contrast', words: 'high accessibility borders' },
  { page: 'appearance', title: 'Density', words: 'compact cosy rows space' },
  { page: 'appearance', title: 'Text size', words: 'font zoom px larger smaller' },
  { page: 'appearance', title: 'Wording', words: 'git words plain language' },
  { page: 'appearance', title: 'Keys at the foot of lists', words: 'hints shortcuts' },
  { page: 'appearance', title: 'Dashes on lanes', words: 'pattern colour blind graph branches' },
  { page: 'appearance', title: 'Numbers in the mono face', words: 'font monospace tokens' },
  { page: 'appearance', title: 'Motion', words: 'animation reduce' },
  { page: 'appearance', title: 'Colours of your own', words: 'theme json custom user' },
  { page: 'policies', title: 'What runs by itself', words: 'autonomy policies rules ceiling manual collaborative autonomous ask' },
  { page: 'policies', title: 'Summarise when it gets tight', words: 'compress policy rule automatic threshold' },
  { page: 'policies', title: 'Keep what matters', words: 'pin policy rule automatic pattern' },
  { page: 'policies', title: 'Branch when the talk drifts', words: 'branch drift policy rule' },
  { page: 'policies', title: 'Put old branches aside', words: 'archive policy rule inactive days' },
  { page: 'storage', title: 'Size of the file', words: 'storage disk bytes large space' },
  { page: 'storage', title: 'Leftovers', words: 'gc garbage collection orphans clean up old unreachable' },
  { page: 'storage', title: 'Trash', words: 'purge empty delete for good restore' },
  { page: 'storage', title: 'Check the file', words: 'fsck repair damaged sound integrity' },
  { page: 'about', title: 'Version', words: 'file path host platform' },
]

/** What fits every word that was typed, best first: by its title, then by other words. An empty search finds nothing. */
export function searchSettings(typed: string, pageTitle: (page: SettingsPage) => string): readonly SettingsEntry[] {
  const terms = typed.toLowerCase().split(/\s+/).filter((term) => term !== '')
  if (terms.length === 0) return []
  const scored = settingsIndex.map((entry) => ({ entry, score: scoreOf(entry, pageTitle(entry.page), terms) }))
  return scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score).map(({ entry }) => entry)
}

/** 0 where a word fits nowhere. */
function scoreOf({ title, words }: SettingsEntry, page: string, terms: readonly string[]): number {
  const scores = terms.map((term) => (title.toLowerCase().includes(term) ? 3 : page.toLowerCase().includes(term) ? 2 : words.includes(term) ? 1 : 0))
  return scores.includes(0) ? 0 : scores.reduce<number>((sum, score) => sum + score, 0)
}
