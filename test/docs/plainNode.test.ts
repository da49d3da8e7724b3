import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../helpers/tempFolder.ts'
import { makeProject, root } from './project.ts'

const script = join(import.meta.dirname, 'story0101.mjs')
const said = ['system instruction You answer in one sentence.', 'user dialogue What is a commit?', 'assistant dialogue A snapshot with a parent.', '32 tokens (estimate)', ''].join('\n')

test('inside the repository a script imports the library by its name, without a build', () => {
  expect(run(script, root)).toEqual({ status: 0, stdout: said, stderr: '' })
})

test('so does one in another folder, through a link under node_modules', () => {
  using folder = tempFolder()
  makeProject(folder.path)
  mkdirSync(folder.file('scripts'))
  copyFileSync(script, folder.file('scripts/story.mjs'))
  expect(run('scripts/story.mjs', folder.path)).toEqual({ status: 0, stdout: said, stderr: '' })
})

test('a script that awaits an answer stays until it is there, also while it waits to try again', () => {
  using folder = tempFolder()
  makeProject(folder.path)
  const program = `
    import { Fault, openai, Tract } from 'tract-studio'
    using tract = Tract.open('talk.tract')
    tract.configureClients({ default: openai({ apiKey: '', model: 'any', baseUrl: 'http://127.0.0.1:1/v1' }) })
    try { await tract.chat('Anybody there?') } catch (error) { console.log(Fault.is(error) && error.code, tract.pendingMessage() !== null) }
  `
  writeFileSync(folder.file('ask.mjs'), program)
  expect(run('ask.mjs', folder.path)).toEqual({ status: 0, stdout: 'llm/unreachable true\n', stderr: '' })
}, 60_000)

function run(file: string, folder: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { PATH = '', HOME = '' } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, encoding: 'utf8', timeout: 50_000, env: { PATH, HOME } })
  return { status, stdout, stderr }
}
