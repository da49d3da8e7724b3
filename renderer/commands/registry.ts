import type { MessageId } from '../../core/model/ids.ts'
import { answerCommands } from './answerCommands.ts'
import { chatCommands } from './chatCommands.ts'
import { chooseCommands } from './chooseCommands.ts'
import type { Command } from './command.ts'
import { batchCommands } from './batchCommands.ts'
import { branchCommands } from './branchCommands.ts'
import { compareCommands } from './compareCommands.ts'
import { compressCommands } from './compressCommands.ts'
import { composerCommands } from './composerCommands.ts'
import { currentContext } from './context.ts'
import { drawerCommands } from './drawerCommands.ts'
import { eraseCommands } from './eraseCommands.ts'
import { graphCommands } from './graphCommands.ts'
import { joinCommands } from './joinCommands.ts'
import { layoutCommands } from './layoutCommands.ts'
import { logCommands } from './logCommands.ts'
import { lookCommands } from './lookCommands.ts'
import { placeCommands } from './placeCommands.ts'
import { queueCommands } from './queueCommands.ts'
import { reviewCommands } from './reviewCommands.ts'
import { sampleCommands } from './sampleCommands.ts'
import { searchCommands } from './searchCommands.ts'
import { stepCommands } from './stepCommands.ts'
import { summaryCommands } from './summaryCommands.ts'
import { storageCommands } from './storageCommands.ts'
import { talkCommands } from './talkCommands.ts'
import { timeCommands } from './timeCommands.ts'
import { timelineCommands } from './timelineCommands.ts'
import { viewCommands } from './viewCommands.ts'
import { walkCommands } from './walkCommands.ts'
import { whileLooking } from './whileLooking.ts'
import { whileReadOnly } from './whileReadOnly.ts'
import { xrayCommands } from './xrayCommands.ts'

const table = {
  ...stepCommands,
  ...timeCommands,
  ...chooseCommands,
  ...talkCommands,
  ...chatCommands,
  ...composerCommands,
  ...xrayCommands,
  ...answerCommands,
  ...queueCommands,
  ...joinCommands,
  ...compressCommands,
  ...summaryCommands,
  ...branchCommands,
  ...compareCommands,
  ...searchCommands,
  ...walkCommands,
  ...lookCommands,
  ...graphCommands,
  ...sampleCommands,
  ...placeCommands,
  ...batchCommands,
  ...layoutCommands,
  ...drawerCommands,
  ...logCommands,
  ...timelineCommands,
  ...reviewCommands,
  ...eraseCommands,
  ...storageCommands,
  ...viewCommands,
}

/** Everything a person can do, by name. Menus, palette, keys and buttons know no other list. */
export const commands: Readonly<Record<CommandId, Command>> = Object.fromEntries(Object.entries(table).map(([id, command]) => [id, whileReadOnly(whileLooking(command))])) as Record<CommandId, Command>
export type CommandId = keyof typeof table
export const commandList: readonly Command[] = Object.values(commands)

/** Does it, on the focused step or on `message`. Resolves to false, doing nothing, when it can't be done now. */
export async function runCommand(id: CommandId, message?: MessageId): Promise<boolean> {
  const context = currentContext(message)
  const command = commands[id]
  if (command.whyNot(context) !== null) return false
  await command.run(context)
  return true
}
