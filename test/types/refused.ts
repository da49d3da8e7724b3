import { z } from 'zod'
import { type AppendCommit, type ConfigQuery, type Content, customContentType, Fault, type LLMConfig, type MessageId, type Ref, type Resolution, Tract, Workspace } from 'tract-studio'

/**
 * What the types refuse, line by line: each line below `@ts-expect-error` must not compile, every other line must. The compiler checks this file; it is
 * never run.
 */
export async function refused(tract: Tract, workspace: Workspace): Promise<void> {
  // @ts-expect-error an async body of a batch
  void tract.batch(async () => { tract.user('x') })
  // @ts-expect-error one that returns a promise
  void tract.batch(() => tract.chat('x'))
  // @ts-expect-error an async body of a dry run
  tract.dryRun(async () => { tract.user('x') })
  // @ts-expect-error a dry run that asks a model
  tract.dryRun(() => tract.generate())
  const count: number = tract.batch(() => 3)
  const kind: 'picked' | 'issues' = tract.dryRun(() => tract.cherryPick('side')).result.kind

  // @ts-expect-error dialogue has no role for tools
  tract.commit({ type: 'dialogue', role: 'tool', text: 'x' })
  // @ts-expect-error no such content type
  tract.commit({ type: 'poem', text: 'x' })
  // @ts-expect-error a tool result says how it ended
  tract.commit({ type: 'tool_result', callId: 'c', tool: 't', output: 'x' })
  // @ts-expect-error an instruction has no role
  tract.commit({ type: 'instruction', role: 'system', text: 'x' })
  // @ts-expect-error what can't be stored
  tract.commit({ type: 'freeform', payload: { when: new Date() } })
  // @ts-expect-error no such priority
  tract.annotate('HEAD', 'hidden')
  // @ts-expect-error a signal is an option, not a position
  void tract.chat('x', AbortSignal.timeout(1))
  // @ts-expect-error no such setting
  void tract.generate({ heat: 1 })

  // @ts-expect-error a range or messages, not both
  void tract.compress({ from: 'a', messages: ['b'], content: 'x' })
  // @ts-expect-error what a model writes comes later
  void tract.compress({ from: 'a' }).kind
  // @ts-expect-error no such strategy
  void tract.merge('x', { strategy: 'mine' })
  // @ts-expect-error a merge by hand is no promise
  void tract.merge('x').then()
  // @ts-expect-error a text is needed
  const half: Resolution = { take: 'text' }
  // @ts-expect-error a decision is one of two
  tract.cherryPick('x', { onIssue: 'ignore' })
  // @ts-expect-error an operation's id, not any text
  tract.revert('op_1')
  // @ts-expect-error no such operator
  const query: ConfigQuery = { temperature: { like: 3 } }
  // @ts-expect-error a condition has the field's type
  tract.queryByConfig({ model: { gt: 3 } })
  // @ts-expect-error a cursor comes from a page
  tract.log({ cursor: 'next' })

  // @ts-expect-error results are readonly
  tract.status().tokenCount = 3
  // @ts-expect-error their lists too
  tract.compile().messages.push()
  // @ts-expect-error and what is in them
  tract.log().items[0]!.message = 'x'
  // @ts-expect-error and settings
  tract.config.budget = null
  // @ts-expect-error a message id is not any text
  const id: MessageId = 'abc'
  const ref: Ref = tract.user('x').messageId

  // @ts-expect-error opened by open, not by new
  void new Tract()
  // @ts-expect-error a workspace too
  void new Workspace(':memory:')
  // @ts-expect-error a tract that came without its file doesn't close it
  workspace.create().close()
  // @ts-expect-error nobody looks inside
  void tract.handle
  // @ts-expect-error a depth is one of three
  workspace.fsck('all')
  // @ts-expect-error an edit is no append
  const append: AppendCommit = tract.edit('HEAD', 'x')
  // @ts-expect-error a type that isn't declared
  customContentType({ type: 'poem', schema: z.object({}), role: 'user', render: () => '' })

  const content: Content<'dialogue'> = { type: 'dialogue', role: 'user', text: 'x' }
  const config: LLMConfig = { model: 'm', extra: { any: [1] } }
  try {
    tract.switch('x')
  } catch (error) {
    if (Fault.is(error, 'branch/not-found')) void [count, error.data.similar.length]
    // @ts-expect-error facts belong to their code
    else if (Fault.is(error, 'head/detached')) void error.data.similar
  }
  using open = Tract.open(':memory:')
  open.close()
  void [kind, half, query, id, ref, append, content, config]
}
