import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeProject, root } from '../docs/project.ts'
import { tempFolder } from '../helpers/tempFolder.ts'

const program = readFileSync(join(import.meta.dirname, 'refused.ts'), 'utf8')

test('what the types refuse is refused, and all else compiles', () => {
  expect(errorsIn(program)).toEqual([])
})

test('each of the refused lines is one: without its mark it is an error', () => {
  const unmarked = program.replaceAll(/^.*@ts-expect-error.*\n/gm, '')
  const marks = program.match(/@ts-expect-error [a-z]/g)?.length ?? 0
  expect(new Set(errorsIn(unmarked)).size).toBe(marks)
})

/** The lines of a program, with the library as its users have it, that don't compile. */
function errorsIn(code: string): readonly string[] {
  using folder = tempFolder()
  makeProject(folder.path)
  writeFileSync(folder.file('program.ts'), code)
  writeFileSync(folder.file('tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions: { types: ['node'], noUnusedLocals: false }, include: ['*.ts'] }))
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json'], { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' })
    return []
  } catch (error) {
    return [...String((error as { stdout?: unknown }).stdout).matchAll(/^program\.ts\((\d+),\d+\): (.*)$/gm)].map(([, line = '']) => code.split('\n')[Number(line) - 1]?.trim() ?? '')
  }
}
