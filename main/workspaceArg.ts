import { extname, resolve } from 'node:path'

/** The workspace file a command line names: `--workspace FILE`, or a `.tract` file by itself, as a double click gives it. */
export function workspaceFrom(args: readonly string[], folder: string): string | null {
  const at = args.indexOf('--workspace')
  const named = at === -1 ? args.find((arg) => !arg.startsWith('-') && extname(arg) === '.tract') : args[at + 1]
  return named === undefined ? null : resolve(folder, named)
}
