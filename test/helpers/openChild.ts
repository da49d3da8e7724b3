/** A process that opens a workspace file, looks whether it is whole, and ends. Argument: path. */
import { Workspace } from '../../core/index.ts'

const [path = ''] = process.argv.slice(2)
using workspace = Workspace.open(path)
if (workspace.verify().kind !== 'intact') process.exitCode = 1
