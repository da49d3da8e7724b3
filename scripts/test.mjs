import { readArguments } from './steps/arguments.mjs'
import { checkBuild, checkLint, checkTypes } from './steps/checks.mjs'
import { leaveWhenAsked } from './steps/leave.mjs'
import { prepare, prepareApp } from './steps/prepare.mjs'
import { giveUp } from './steps/say.mjs'
import { pickStages, runStages } from './steps/stages.mjs'
import { runEndToEnd, runUnit } from './steps/testRuns.mjs'

const stages = [
  { name: 'types', says: 'every layer against its own tsconfig', run: checkTypes },
  { name: 'lint', says: 'with the layer rules', run: checkLint },
  { name: 'unit', says: 'unit and contract tests', run: runUnit },
  { name: 'build', says: 'the bundles of both hosts and of the page', run: checkBuild },
  { name: 'e2e', says: 'the built app, used as a person would', run: runEndToEnd },
]
const help = 'npm test                  everything\nnpm test -- unit e2e      only these stages: types, lint, unit, build, e2e'

const { words, problem } = readArguments(process.argv.slice(2), {})
if (problem !== null) giveUp(`${problem}\n\n${help}`, 2)
const picked = pickStages(stages, words)
if (typeof picked === 'string') giveUp(`${picked}\n\n${help}`, 2)

leaveWhenAsked()
const needsApp = picked.some(({ name }) => name === 'e2e') && !picked.some(({ name }) => name === 'build')
const node = await (needsApp ? prepareApp() : prepare())
process.exit(await runStages(picked, node))
