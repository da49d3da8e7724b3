import { parseArgs } from 'node:util'

export type WebArgs = { readonly workspace?: string; readonly port: number; readonly withParent: boolean; readonly dev: boolean }

export const usage = 'Usage: web [--workspace FILE] [--port N] [--with-parent] [--dev]'

/** Reads the command line. There is no option for the address: it listens on this machine only. Throws an error with a sentence for people. */
export function readArgs(args: readonly string[]): WebArgs {
  const { values } = parseArgs({
    args: [...args],
    options: { workspace: { type: 'string' }, port: { type: 'string' }, 'with-parent': { type: 'boolean' }, dev: { type: 'boolean' } },
  })
  const port = Number(values.port ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port takes a number from 0 to 65535, not "${values.port}".`)
  return { ...(values.workspace === undefined ? {} : { workspace: values.workspace }), port, withParent: values['with-parent'] ?? false, dev: values.dev ?? false }
}
