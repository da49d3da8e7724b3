import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Makes of a folder a project that has the library, and what its users need, under `node_modules`: as links, so nothing is built or copied. */
export function makeProject(folder: string): void {
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/tract-studio'), 'junction')
  for (const name of ['zod', '@types', 'undici-types']) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'junction')
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', private: true }))
}
