import type { Command, CommandGroup, CommandScope } from '../../commands/command.ts'

/** The groups in the order they are shown in, and what they are called. */
export const groupTitles: { readonly [Group in CommandGroup]: string } = {
  step: 'One step',
  talk: 'Asking and answering',
  branch: 'Branches',
  tract: 'Tracts and the way back',
  view: 'Window and panes',
  app: 'App',
}

/** Where a command's keys act, in few words. */
export const scopeWords: { readonly [Scope in CommandScope]: string } = {
  anywhere: 'anywhere',
  page: 'anywhere, while not typing',
  list: 'in lists of steps',
  tracts: 'in the list of tracts',
  composer: 'while writing a message',
}

export type CommandRow = { readonly command: Command; readonly title: string; readonly keys: readonly string[]; readonly isOwn: boolean }
export type CommandSection = { readonly group: CommandGroup; readonly rows: readonly CommandRow[] }

/** The rows that fit every word of a search by name, group, place or keys as they read on the caps, in their groups. */
export function sectionsOf(rows: readonly CommandRow[], search: string, capsOf: (keys: string) => string): readonly CommandSection[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ command, title, keys }: CommandRow): boolean => {
    const text = [title, groupTitles[command.group], scopeWords[command.scope], ...keys.map(capsOf)].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  }
  const found = rows.filter(fits)
  return (Object.keys(groupTitles) as CommandGroup[]).map((group) => ({ group, rows: found.filter(({ command }) => command.group === group) })).filter((section) => section.rows.length > 0)
}
