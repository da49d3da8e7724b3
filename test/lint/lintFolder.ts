import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** What the linter said of one file: the rule, and its hint where it has one of ours. */
export type Finding = { readonly path: string; readonly rule: string; readonly says: string }

/** Lints files as if they lay in this project: with its rules, at their paths, in a folder of their own that is taken away again. */
export function lintFiles(files: readonly { readonly path: string; readonly source: string }[]): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'))
  try {
    copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    copyFileSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    for (const { path, source } of files) write(join(folder, path), source)
    for (const layer of new Set(files.flatMap(({ path }) => path.split('/').slice(0, -1).slice(0, 1)))) write(join(folder, layer, 'tsconfig.json'), layerConfig)
    return run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const layerConfig = '{ "extends": "../tsconfig.json", "include": ["**/*.ts"] }'

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

type Report = { readonly diagnostics: readonly { readonly filename: string; readonly code: string; readonly help?: string }[] }

function run(folder: string): readonly Finding[] {
  const { stdout, stderr, error } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '--format', 'json', '.'], { cwd: folder, encoding: 'utf8' })
  if (error || !stdout.startsWith('{')) throw new Error(`The linter did not report: ${error?.message ?? stdout + stderr}`)
  const { diagnostics } = JSON.parse(stdout) as Report
  return diagnostics.map(({ filename, code, help }) => ({ path: filename.replaceAll('\\', '/'), rule: code, says: help ?? '' }))
}
