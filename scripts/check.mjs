import { checkLint, checkTypes } from './steps/checks.mjs'
import { checkContrast } from './steps/contrast.mjs'
import { leaveWhenAsked } from './steps/leave.mjs'
import { checkLock, checkVersions } from './steps/manifest.mjs'
import { prepare } from './steps/prepare.mjs'
import { runStages } from './steps/stages.mjs'

leaveWhenAsked()
const node = await prepare()
const stages = [
  { name: 'types', says: 'every layer against its own tsconfig', run: checkTypes },
  { name: 'lint', says: 'with the layer rules', run: checkLint },
  { name: 'contrast', says: 'every text can be read on its ground, in all four themes', run: checkContrast },
  { name: 'exact', says: 'every version in package.json is one version', run: checkVersions },
  { name: 'lock', says: 'npm ci would take the lock file', run: checkLock },
]
process.exit(await runStages(stages, node))
