import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as library from 'tract-studio'
import { tempFolder } from '../helpers/tempFolder.ts'
import { checked, checkTypes } from './checked.ts'
import { makeProject, root } from './project.ts'
import { blocksIn, docstringsIn, type Snippet } from './snippets.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = ['docs/library.md', 'docs/recipes.md', 'README.md']
const sources = readdirSync(join(root, 'core'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => `core/${path.replaceAll('\\', '/')}`).toSorted()

const names = Object.keys(library)

/** What an `@example` finds: a conversation of three messages, a client that answers twice, and everything that the library exports. */
const prelude = `
import { z } from 'zod'
import * as library from 'tract-studio'
declare module 'tract-studio' { interface ContentTypes { ticket: { readonly number: number; readonly title: string } } }
const { ${names.join(', ')} } = library
using tract = Tract.open()
const { workspace } = tract
tract.configureClients({ default: scripted(['Within 30 days.', 'Yes.']) })
const rules = tract.system('You support customers of a shoe shop.')
const question = tract.user('How long can I return shoes?')
const answer = tract.assistant('You have 60 days to return them.')
void [z, ${names.join(', ')}, workspace, rules, question, answer]
`
const blocks = pages.flatMap((page) => blocksIn(page, read(page)))
const programs = blocks.filter(({ info }) => info === '')
const excerpts = blocks.filter(({ info }) => info !== '')
const examples = sources.flatMap((source): Snippet[] =>
  docstringsIn(read(source)).flatMap(({ name, example }) => (example === null ? [] : [{ name: `${source} › ${name}`, code: `${prelude}\n${example}`, info: '' }])))
const snippets = [...programs, ...examples].map((snippet, index) => ({ ...snippet, file: `snippet-${index}.ts` }))

describe('every program of the documents and of the docstrings', () => {
  using cleanup = new DisposableStack()
  const folder = cleanup.use(tempFolder())
  const kept = cleanup.move()
  let outcomes: { readonly [file: string]: string | null } = {}

  beforeAll(() => {
    makeProject(folder.path)
    for (const { file, code } of snippets) writeFileSync(join(folder.path, file), `${checked(code)}\nexport {}\n`)
    const child = spawnSync(process.execPath, [join(import.meta.dirname, 'runner.mjs'), folder.path], { encoding: 'utf8', timeout: 60_000 })
    const said = child.stdout.trim().split('\n').at(-1) ?? ''
    outcomes = said.startsWith('{') ? (JSON.parse(said) as typeof outcomes) : { all: child.stderr }
  }, 90_000)
  afterAll(() => kept.dispose())

  test.each(snippets.map(({ name, file }) => [name, file] as const))('%s runs, and what it says comes out', (_, file) => {
    expect(outcomes[file] === undefined ? outcomes : outcomes[file]).toBe(null)
  })

  test('all of them are typed', () => {
    writeFileSync(join(folder.path, 'checks.d.ts'), checkTypes)
    const options = { target: 'ES2024', lib: ['ES2024', 'ESNext.Disposable'], types: ['node'], noUnusedLocals: false, noUnusedParameters: false }
    writeFileSync(join(folder.path, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions: options, include: ['*.ts'] }))
    expect(typeErrorsIn(folder.path).map(([file, text]) => `${snippets.find((snippet) => snippet.file === file)?.name ?? file}: ${text}`)).toEqual([])
  }, 60_000)
})

test('every program of a document checks something', () => {
  expect(programs.filter(({ code }) => !/\/\/ (→|✗) /.test(code)).map(({ name }) => name)).toEqual([])
})

test.each(excerpts.map(({ name, info, code }) => [name, info, code] as const))('%s is what stands in %s', (_, info, code) => {
  expect(read(info)).toContain(code.trim())
})

/** Of the files of the folder itself: what else the compiler reads has its own check. */
function typeErrorsIn(folder: string): readonly (readonly [file: string, text: string])[] {
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
    return []
  } catch (error) {
    const said = String((error as { stdout?: unknown }).stdout)
    return [...said.matchAll(/^([\w.-]+)\(\d+,\d+\): error (.*)$/gm)].map(([, file = '', text = '']) => [file, text] as const)
  }
}
