import { describe, expect, test } from 'vitest'
import { customContentType, type Content, type ContentType, type CustomContentType, promptOf, Tract, Workspace } from 'tract-studio'
import { z } from 'zod'
import { searchText } from '../../../core/model/contentTypes.ts'
import { Fault } from '../../../core/model/fault.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'
import { ticketType } from '../../helpers/ticketType.ts'

const fire: Content = { type: 'ticket', number: 7, title: 'The printer is on fire' }

/** A type that the compiler doesn't know, as a program in JavaScript makes it. */
function looseType(fields: object): CustomContentType {
  const definition = { type: 'ticket', schema: z.looseObject({}), role: 'user', render: (content: unknown) => JSON.stringify(content), ...fields }
  return customContentType(definition as unknown as Parameters<typeof customContentType>[0])
}
const loose = (fields: object): Content => ({ type: 'ticket', ...fields }) as unknown as Content

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (error) {
    if (Fault.is(error, 'content/invalid')) return error.data.problems
    throw error
  }
  return []
}

describe('a content type of a program', () => {
  test('is checked, compiled by its role, rendered, counted, corrected and listed', () => {
    using tract = Tract.open(':memory:', { contentTypes: [ticketType] })
    const { messageId, preview, message, role, contentType } = tract.commit(fire, { tags: ['urgent'] })
    tract.edit(messageId, { type: 'ticket', number: 7, title: 'It is out' })
    const [shown] = tract.compile().messages
    const asText = promptOf([{ type: 'dialogue', role: 'user', text: 'Ticket 7: It is out' }])
    expect({
      first: { preview, message, role, contentType },
      shown: shown && { role: shown.role, content: shown.content, body: shown.body, tokens: shown.tokens, priority: shown.priority },
      forms: [tract.compile().toOpenAI(), tract.compile().toAnthropic(), tract.compile().repairs('anthropic')],
      versions: tract.history(messageId).versions.map(({ content }) => content),
      log: tract.log().items.map((commit) => commit.message),
    }).toEqual({
      first: { preview: 'Ticket 7: The printer is on fire', message: 'ticket: Ticket 7: The printer is on fire', role: 'user', contentType: 'ticket' },
      shown: { role: 'user', content: 'Ticket 7: It is out', body: { type: 'ticket', number: 7, title: 'It is out' }, tokens: tokensOf('Ticket 7: It is out'), priority: 'normal' },
      forms: [asText.toOpenAI(), asText.toAnthropic(), []],
      versions: [fire, { type: 'ticket', number: 7, title: 'It is out' }],
      log: ['edit: Ticket 7: It is out', 'ticket: Ticket 7: The printer is on fire'],
    })
  })

  test('counts the same in the other encoding, read fresh or folded', () => {
    using folder = tempFolder()
    {
      using workspace = Workspace.open(folder.file(), { contentTypes: [ticketType] })
      workspace.create({ name: 'desk' }).commit(loose({ number: 1, title: '「いろはにほへと」 Zwölf Boxkämpfer' }))
    }
    using tract = Tract.open(folder.file(), { contentTypes: [ticketType], encoding: 'cl100k_base' })
    using twin = Tract.open(':memory:', { contentTypes: [ticketType], encoding: 'cl100k_base' })
    twin.commit(loose({ number: 1, title: '「いろはにほへと」 Zwölf Boxkämpfer' }))
    expect([tract.status().tokenCount, tract.compile().tokenCount]).toEqual([twin.status().tokenCount, twin.status().tokenCount])
  })

  test('starts with the priority that it was given', () => {
    using tract = Tract.open(':memory:', { contentTypes: [looseType({ priority: 'pinned' })] })
    tract.commit(fire)
    expect(tract.compile().messages.map(({ priority }) => priority)).toEqual(['pinned'])
  })

  test.each<[string, object]>([
    ['a field that is missing', { number: 7 }],
    ['a field of another kind', { number: '7', title: 'x' }],
    ['a field that it does not have', { number: 7, title: 'x', colour: 'red' }],
    ['__proto__ as a field', JSON.parse('{"number":7,"title":"x","__proto__":{}}') as object],
  ])('refuses %s', (_, fields) => {
    using tract = Tract.open(':memory:', { contentTypes: [ticketType] })
    expect([faultOf(() => tract.commit({ ...loose(fields), ...fields })), tract.log().items]).toEqual(['content/invalid', []])
  })

  test('keeps a content as it was given, whatever its schema makes of it, and whatever names its fields have', () => {
    const schema = z.object({ title: z.string().trim().default('none') })
    using tract = Tract.open(':memory:', { contentTypes: [looseType({ schema, render: ({ title = '' }: { title?: string }) => `[${title}]` })] })
    const given = [loose({ title: ' a ', more: 1 }), loose({}), loose({ role: 'assistant', text: 'words', content: 1, '': 2, name: null, rest: '{}' }), loose({ text: 5 })]
    const shown = given.map((content) => tract.show(tract.commit(content).hash).content)
    expect([shown, tract.compile().messages.map(({ role, content }) => [role, content])]).toEqual([given, [['user', '[ a ]'], ['user', '[]'], ['user', '[]'], ['user', '[]']]])
  })

  test('takes another text where it has a field of that name, and only there', () => {
    using tract = Tract.open(':memory:', { contentTypes: [looseType({})] })
    const { messageId } = tract.commit(loose({ text: 'old', number: 1 }))
    const other = tract.commit(loose({ text: 1 }))
    tract.edit(messageId, 'new')
    expect([tract.compile().messages[0]?.body, faultOf(() => tract.edit(other.messageId, 'new'))]).toEqual([loose({ text: 'new', number: 1 }), 'content/invalid'])
  })

  test.each<[string, (fields: never) => unknown, string]>([
    ['throws', () => { throw new Error('no') }, 'its render gives no text for it'],
    ['gives no text', () => 7, 'its render gives no text for it'],
    ['gives half a character', () => '\ud800', 'its render gives no text for it'],
  ])('refuses a content for which its render %s', (_, render, problem) => {
    using tract = Tract.open(':memory:', { contentTypes: [looseType({ render })] })
    expect(problemsOf(() => tract.commit(fire))).toEqual([problem])
  })

  test('refuses a content when its schema throws or must be waited for, and goes no deeper than JSON may', () => {
    const waiting = looseType({ schema: z.object({ title: z.string().refine(() => Promise.resolve(true)) }) })
    const nested = Array.from({ length: 100_000 }).reduce<object>((inner) => [inner], [])
    using tract = Tract.open(':memory:', { contentTypes: [waiting] })
    expect([problemsOf(() => tract.commit(fire)).map((problem) => problem.slice(0, 18)), faultOf(() => tract.commit(loose({ title: nested })))]).toEqual([['its schema failed:'], 'value/not-json'])
  })

  test('is given copies: what its schema and its render do to them changes nothing', () => {
    const render = (fields: { title: string }) => (fields.title = `<${fields.title}>`)
    using tract = Tract.open(':memory:', { contentTypes: [looseType({ render })] })
    tract.commit(fire)
    expect([tract.compile().messages.map(({ content, body }) => [content, body]), tract.compile().messages[0]?.content]).toEqual([[['<The printer is on fire>', fire]], '<The printer is on fire>'])
  })
})

describe('a definition', () => {
  test.each<[string, object, string]>([
    ['without a name', { type: '' }, 'its type must be a name'],
    ['with a name in capitals', { type: 'Ticket' }, 'its type must be a name'],
    ['with a name that every object has', { type: '__proto__' }, 'its type must be a name'],
    ['with a name that is too long', { type: 'a'.repeat(65) }, 'its type must be a name'],
    ['with the name of one of ours', { type: 'dialogue' }, 'its type is a name of the library'],
    ['with the name that marks notes', { type: 'note' }, 'its type is a name of the library'],
    ['with a role that there is not', { role: 'ticket' }, 'its role must be one of'],
    ['that hides its messages', { priority: 'skip' }, 'its priority must be one of'],
    ['without a schema', { schema: null }, 'its schema must be one of zod'],
    ['without a render', { render: 'x' }, 'its render must be a function'],
  ])('%s is refused', (_, fields, problem) => {
    expect(problemsOf(() => looseType(fields)).map((found) => found.slice(0, problem.length))).toEqual([problem])
  })

  test('is refused twice, and before a file is made', () => {
    using folder = tempFolder()
    expect([faultOf(() => Tract.open(folder.file(), { contentTypes: [ticketType, ticketType] })), faultOf(() => Tract.open(folder.file(), { ifMissing: 'fail' }))]).toEqual(['content/invalid', 'file/not-found'])
  })
})

describe('a file with a type of a program', () => {
  function deskWith(file: string): void {
    using tract = Tract.open(file, { contentTypes: [ticketType] })
    tract.commit(fire)
    tract.user('Call the fire brigade.')
  }

  test('can be read, listed, forked and curated without it; it takes no new ones', () => {
    using folder = tempFolder()
    deskWith(folder.file())
    using tract = Tract.open(folder.file())
    const first = tract.compile().messages[0]!
    const asData = '{"number":7,"title":"The printer is on fire"}'
    tract.branch('other')
    tract.annotate(first.messageId, 'pinned')
    expect({
      context: tract.compile().messages.map(({ role, contentType, content, priority }) => ({ role, contentType, content, priority })),
      openai: tract.compile().toOpenAI()[0],
      shown: tract.show(first.messageId).content,
      log: tract.log().items.map(({ message }) => message),
      graph: tract.graph().items.map(({ preview, role }) => [preview, role]),
      transcript: tract.transcript().items.map(({ content, role }) => [content.type, role]),
      tokens: first.tokens,
      words: searchText(first.body),
      refused: [problemsOf(() => tract.commit(fire))[0]?.slice(0, 33), faultOf(() => tract.edit(first.messageId, 'x')), faultOf(() => tract.edit(first.messageId, fire))],
    }).toEqual({
      context: [{ role: 'user', contentType: 'ticket', content: asData, priority: 'pinned' }, { role: 'user', contentType: 'dialogue', content: 'Call the fire brigade.', priority: 'normal' }],
      openai: { role: 'user', content: asData },
      shown: fire,
      log: ['annotate: pinned', 'dialogue: Call the fire brigade.', `ticket: ${asData}`],
      graph: [['', null], ['Call the fire brigade.', 'user'], [asData, 'user']],
      transcript: [['ticket', 'user'], ['dialogue', 'user']],
      tokens: tokensOf('Ticket 7: The printer is on fire'),
      words: '7\nThe printer is on fire',
      refused: ["this type isn't registered here; ", 'content/invalid', 'content/invalid'],
    })
  })

  test.each<[string, object, string]>([
    ['role', { role: 'assistant' }, 'its role is user, not assistant'],
    ['first priority', { priority: 'pinned' }, 'its messages start normal, not pinned'],
  ])('is not opened with another %s, to write or to read', (_, fields, found) => {
    using folder = tempFolder()
    deskWith(folder.file())
    const changed = { contentTypes: [looseType(fields)] }
    let told = ''
    try {
      Tract.open(folder.file(), changed)
    } catch (error) {
      if (Fault.is(error, 'content/type-changed')) told = error.data.found
    }
    expect([told, faultOf(() => Workspace.open(folder.file(), { ...changed, access: 'read' }))]).toEqual([found, 'content/type-changed'])
  })

  test('may be opened with another render and another schema: what is there reads by them, as far as they go', () => {
    using folder = tempFolder()
    deskWith(folder.file())
    const read = (render: (fields: never) => unknown): string | undefined => {
      using tract = Tract.open(folder.file(), { contentTypes: [looseType({ schema: z.strictObject({}), render })] })
      return tract.compile().messages[0]?.content
    }
    expect([read(({ number }: { number: number }) => `No. ${number}`), read(() => { throw new Error('no') }), read(() => null)]).toEqual([
      'No. 7', '{"number":7,"title":"The printer is on fire"}', '{"number":7,"title":"The printer is on fire"}',
    ])
  })

  test('holds what it was at its first message, not what another program registered before', () => {
    using folder = tempFolder()
    using one = Workspace.open(folder.file(), { contentTypes: [ticketType] })
    const tract = one.create()
    using two = Workspace.open(folder.file(), { contentTypes: [looseType({ role: 'system' })] })
    const there = two.get(tract.id)
    expect(faultOf(() => there.commit(fire))).toBe('none')
    expect([faultOf(() => tract.commit(fire)), tract.compile().messages.map(({ role }) => role), tract.undo().kind, faultOf(() => tract.commit(fire)), one.replay().kind]).toEqual([
      'content/type-changed', ['system'], 'done', 'content/type-changed', 'same',
    ])
  })

  test('forgets a type whose only message was taken back with its batch', () => {
    using folder = tempFolder()
    using one = Workspace.open(folder.file(), { contentTypes: [ticketType] })
    const tract = one.create()
    expect(() => tract.batch(() => {
      tract.commit(fire)
      throw new Error('stop')
    })).toThrow('stop')
    using two = Workspace.open(folder.file(), { contentTypes: [looseType({ role: 'system' })] })
    expect(two.get(tract.id).commit(fire).role).toBe('system')
  })
})

test('the types of the library are refused as new ones, whatever a program says they are', () => {
  const ours: ContentType[] = ['instruction', 'dialogue', 'tool_call', 'tool_result', 'reasoning', 'artifact', 'output', 'freeform', 'session', 'summary']
  expect(ours.map((type) => faultOf(() => looseType({ type })))).toEqual(ours.map(() => 'content/invalid'))
})

test('a prompt of loose contents takes the types that it is given', () => {
  expect([promptOf([fire], [ticketType]).toOpenAI(), faultOf(() => promptOf([fire]))]).toEqual([[{ role: 'user', content: 'Ticket 7: The printer is on fire' }], 'content/invalid'])
})

/** As a message of a user. */
function tokensOf(text: string): number | undefined {
  using tract = Tract.open()
  tract.user(text)
  return tract.compile().messages[0]?.tokens
}
