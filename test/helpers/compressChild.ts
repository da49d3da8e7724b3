/** A process that has a model write a draft of a compression and says what it hears, until it is killed. Arguments: path, the server's address. */
import { writeSync } from 'node:fs'
import { openai, Workspace } from '../../core/index.ts'

const [path = '', baseUrl = ''] = process.argv.slice(2)
const workspace = Workspace.open(path)
const tract = workspace.get(workspace.list()[0]?.id ?? '')
tract.configureClients({ default: openai({ apiKey: 'k', model: 'm', baseUrl }) })
await tract.compress({ autoCommit: false, onText: (piece) => void writeSync(1, `${JSON.stringify(piece)}\n`) })
