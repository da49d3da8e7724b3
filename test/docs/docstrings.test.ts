import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as library from 'tract-studio'
import { root } from './project.ts'
import { docstringsIn, methodsIn } from './snippets.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const classes = [...readdirSync(join(root, 'core/tract')).map((name) => `core/tract/${name}`), 'core/tract.ts', 'core/workspace.ts', 'core/toolExecutor.ts', 'core/orchestrator.ts']
/** What names a thing needs no program: its line says all. */
const plain = ['id', 'name', 'config', 'workspace', 'path', 'handle', 'state']
const exported: { readonly [name: string]: string } = {
  openTract: 'core/workspace.ts', loadTract: 'core/workspace.ts', configFrom: 'core/model/llmConfig.ts', customContentType: 'core/model/customTypes.ts', toReport: 'core/model/fault.ts',
  is: 'core/model/fault.ts', promptOf: 'core/context/prompt.ts', openai: 'core/llm/providers/openai.ts', anthropic: 'core/llm/providers/anthropic.ts', ollama: 'core/llm/providers/ollama.ts',
  archivePolicy: 'core/policies/archivePolicy.ts', branchPolicy: 'core/policies/branchPolicy.ts', compressPolicy: 'core/policies/compressPolicy.ts', pinPolicy: 'core/policies/pinPolicy.ts',
  autoApprove: 'core/proposals/reviewers.ts', queueForReview: 'core/proposals/reviewers.ts', rejectAll: 'core/proposals/reviewers.ts', logAndApprove: 'core/proposals/reviewers.ts',
  cliPrompt: 'core/proposals/cliPrompt.ts', profiles: 'core/capabilities/profiles.ts', scripted: 'core/llm/providers/scripted.ts', demo: 'core/llm/providers/demo.ts',
}

test.each(classes.flatMap((path) => methodsIn(read(path)).filter((name) => !plain.includes(name)).map((name) => [path, name] as const)))('%s: %s has a docstring with a program', (path, name) => {
  expect(told(path, name)).toEqual({ words: true, program: true })
})

test.each(Object.entries(exported))('%s has a docstring with a program', (name, path) => {
  expect(told(path, name)).toEqual({ words: true, program: true })
})

test('what the library exports is all in that table', () => {
  expect(Object.keys(library).toSorted()).toEqual(['Fault', 'LLMConfig', 'Orchestrator', 'ToolExecutor', 'Tract', 'Workspace', 'anthropic', 'archivePolicy', 'autoApprove', 'branchPolicy', 'cliPrompt', 'compressPolicy', 'customContentType', 'demo', 'logAndApprove', 'ollama', 'openai', 'pinPolicy', 'profiles', 'promptOf', 'queueForReview', 'rejectAll', 'scripted', 'toReport'])
  expect([Object.keys(library.Tract), Object.keys(library.LLMConfig)]).toEqual([['open', 'load'], ['from']])
})

test('verbs that a tract has at run time are those that the sources declare', () => {
  using tract = library.Tract.open()
  const names: string[] = []
  for (let shape: object = Object.getPrototypeOf(tract) as object; shape !== Object.prototype; shape = Object.getPrototypeOf(shape) as object) names.push(...Object.getOwnPropertyNames(shape))
  const declared = classes.filter((path) => !['core/workspace.ts', 'core/toolExecutor.ts', 'core/orchestrator.ts'].includes(path)).flatMap((path) => methodsIn(read(path)))
  expect(new Set(names.filter((name) => name !== 'constructor' && name !== 'handle'))).toEqual(new Set(declared))
})

function told(path: string, name: string): { readonly words: boolean; readonly program: boolean } {
  const docstring = docstringsIn(read(path)).find((one) => one.name === name)
  return { words: (docstring?.text.length ?? 0) > 10, program: (docstring?.example?.split('\n').length ?? 0) > 0 }
}
