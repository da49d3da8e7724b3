import { describe, expect, test } from 'vitest'
import { toolbox } from '../../../../core/capabilities/toolbox.ts'
import { scripted, type Tract as TractType } from '../../../../core/index.ts'
import { createTract } from '../../../../core/history/tractVerbs.ts'
import { openWorkspaceOf, type TractHandle } from '../../../../core/journal/openWorkspace.ts'
import { propose } from '../../../../core/proposals/propose.ts'
import { openDatabase } from '../../../../core/store/open.ts'
import { Tract } from '../../../../core/tract.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

type Scene = Disposable & { readonly tract: TractType; readonly handle: TractHandle }

function scene(): Scene {
  const file = openWorkspaceOf(openDatabase(':memory:', { ifMissing: 'create' }), testPorts(handClock()))
  const handle = createTract(file, { kind: 'user', id: 'ann' }, { name: 'safe' })
  return { tract: new Tract(handle), handle, [Symbol.dispose]: () => file.db.close() }
}
const secret = 'The code of the safe is zyxomma-4711-qwertzuiop'

describe('erasing a text that records hold', () => {
  test('tells of each that repeats it, though no step holds it: a draft of a summary, a proposal, an unfinished answer, and what a running answer has brought', async () => {
    using at = scene()
    const { tract, handle } = at
    const told = tract.user(secret)
    const long = tract.user('A long message that goes into a summary with the one before it, so that there is something to sum up.')
    tract.compress({ messages: [told.hash, long.hash], content: `Draft: ${secret}`, autoCommit: false })
    propose({ ...handle, author: { kind: 'orchestrator', id: 'o' } }, toolbox, { tool: 'annotate', args: { targets: ['HEAD'], priority: 'skip' }, reasoning: `It says: ${secret}` })
    tract.configureClients({ default: scripted([[{ type: 'text', text: `Answer: ${secret}` }]]) })
    await tract.chat('What is the code?')
    handle.file.db.write((db) => db.run("insert into reply_buffers (call, tract, text, record, lease_until) values ('call', ?, ?, '{}', 0)", handle.key, `Running: ${secret}`))
    const { mentions, mentionedIn } = tract.previewErase(told.hash)
    expect([mentions.map(({ preview, ...mention }) => [mention, /(Draft|It says|Answer|Running): The code/.exec(preview)?.[1]]), mentionedIn]).toEqual([
      ['Answer', 'It says', 'Draft', 'Running'].map((where) => [{ tract: tract.id, tractName: 'safe', messageId: null, how: 'contains' }, where]), [],
    ])
  })
})
