import type { ChatEvent } from '../../core/llm/client.ts'
import { scripted } from '../../core/llm/providers/scripted.ts'
import type { Ports } from '../../core/model/ports.ts'
import { Workspace } from '../../core/workspace.ts'
import type { HandClock } from '../helpers/handClock.ts'
import { done, holdingClient, words } from '../helpers/holdingClient.ts'

/**
 * Writes a file with everything in it that a workspace can hold, and hands over in the middle of an answer: as a crash there leaves it. What a
 * later version adds comes as another function beside these, so that each version's file can still be written by the code it came from.
 */
export async function writeEverything(path: string, ports: Ports, clock: HandClock, inTheMiddle: () => void): Promise<void> {
  using workspace = Workspace.open(path, { ports, author: { kind: 'user', id: 'ada' } })
  await talk(workspace, clock)
  branchOut(workspace, clock)
  tools(workspace)
  workspace.create({ name: 'never spoken in', defaultBranch: 'trunk', budget: { maxTokens: 99, onExceed: 'reject' } })
  await leaveInTheMiddle(workspace, clock, inTheMiddle)
}

async function talk(workspace: Workspace, clock: HandClock): Promise<void> {
  const tract = workspace.create({ name: 'a talk', defaultConfig: { model: 'model-1', temperature: 0.5 }, budget: { maxTokens: 5000 } })
  tract.configureOperations({ chat: { maxTokens: 200 }, title: { model: 'small', extra: { a: [1, { b: null }] } } })
  tract.system('You are brief. Grüße, 漢字, 🦊, and a\u0000nul.', { message: 'the rules', tags: ['rule', 'first'], metadata: { from: 'a fixture', depth: { n: 1 } } })
  const usage: ChatEvent = { type: 'usage', usage: { inputTokens: 40, outputTokens: 5, cachedInputTokens: 8 } }
  const half: readonly ChatEvent[] = [words('I was about to say')]
  tract.configureClients({ default: scripted(['Hello.', [{ type: 'reasoning', text: 'Why not.' }, words('Because.'), usage, done], half, half, half, 'in the end: this.']) })
  await tract.chat('Hi', { name: 'ada' })
  clock.advance(1000)
  const answer = await tract.chat('Why?', { temperature: 1, tags: ['question'] })
  await tract.chat('And then?')
  tract.partials.keep(tract.partials.list()[0]!.id, { message: 'half is enough' })
  await tract.chat('And after that?')
  tract.partials.discard(tract.partials.list()[0]!.id)
  await tract.retry()
  await tract.partials.resume(tract.partials.list()[0]!.id)
  if (answer.status !== 'complete') throw new Error('the scripted answer was not complete')
  tract.edit(answer.commit.messageId, 'Because it is so.', { message: 'clearer' })
  tract.edit(answer.commit.messageId, 'Because it is so, always.')
  const [first, second] = tract.transcript().items.filter(({ role }) => role === 'user').map(({ messageId }) => messageId)
  tract.annotate([first!, second!], 'pinned', { reason: 'they matter' })
  tract.annotate(second!, 'normal')
  tract.annotate(answer.commit.messageId, 'skip', { reason: 'beside the point' })
  tract.as('agent-7').user('said by an agent', { generationConfig: { model: 'other', topK: 3 } })
  tract.commit({ type: 'dialogue', role: 'assistant', text: '' }, { metadata: { empty: true } })
  tract.rename('a long talk')
}

function branchOut(workspace: Workspace, clock: HandClock): void {
  const tract = workspace.create({ name: 'branches', encoding: 'cl100k_base' })
  const said = ['one', 'two', 'three', 'four'].map((text) => tract.user(text).messageId)
  tract.branch('short', { from: 'HEAD~2' })
  tract.user('another three')
  tract.edit(said[0]!, 'one, corrected here')
  clock.advance(60_000)
  tract.branchAfter(said[1]!, 'as-it-is-seen')
  tract.on('main').annotate(said[3]!, 'skip')
  tract.branch('x/y', { from: 'main', switch: false })
  tract.batch(() => {
    tract.switch('x/y')
    tract.user('all at once')
    tract.assistant('or not at all')
    tract.annotate(said[2]!, 'pinned')
  })
  tract.undo()
  tract.redo()
  tract.user('taken back')
  tract.user('taken back too')
  for (let i = 0; i < 3; i++) tract.undo()
  tract.redo()
  try {
    tract.edit(said[0]!, { type: 'instruction', text: 'a refusal, noted in the journal' })
  } catch {}
  tract.switch('short')
  tract.switch('x/y')
}

function tools(workspace: Workspace): void {
  const tract = workspace.create({ name: 'tools' })
  tract.user('What is the weather?')
  tract.commit({ type: 'reasoning', text: 'I should look.', signature: 'c2ln' })
  tract.commit({ type: 'tool_call', callId: 'c1', tool: 'weather', input: { where: 'here', days: [1, 2] } })
  tract.commit({ type: 'tool_result', callId: 'c1', tool: 'weather', output: { sky: 'clear', degrees: -3.5 }, status: 'success' })
  tract.commit({ type: 'tool_call', callId: 'c2', tool: 'weather', input: null })
  const failed = tract.commit({ type: 'tool_result', callId: 'c2', tool: 'weather', output: 'no such place', status: 'error' })
  tract.annotate(failed.messageId, 'skip')
  tract.commit({ type: 'instruction', text: 'Answer now.' })
  tract.edit('HEAD', { type: 'instruction', text: 'Answer now, please.' })
  tract.assistant('It is clear.')
}

async function leaveInTheMiddle(workspace: Workspace, clock: HandClock, inTheMiddle: () => void): Promise<void> {
  const tract = workspace.create({ name: 'unfinished' })
  const client = holdingClient()
  tract.configureClients({ default: client })
  tract.user('Tell me a story')
  const reply = tract.stream()
  const reading = (async () => {
    for await (const event of reply) if (event.type === 'text') {
      clock.advance(300)
      inTheMiddle()
    }
  })()
  const asked = await client.request(1)
  asked.send(words('Once upon a time'))
  asked.end()
  await reading
}
