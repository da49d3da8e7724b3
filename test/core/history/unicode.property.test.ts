import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Tract, Workspace } from '../../../core/index.ts'
import { checkRefName } from '../../../core/history/refs/names.ts'
import { faultOf } from '../../helpers/faultOf.ts'
import { tempFolder } from '../../helpers/tempFolder.ts'

const odd = fc.constantFrom('\u0000', '\ud83d', '\ude00', '😀', '\u202e', '\u200b', '\ufeff', 'é', 'e\u0301', 'Å', '\u212b', 'ﬁ', '\u{10ffff}', '\r\n', '\u2028', 'a\u0300\u0301\u0302\u0303', '"', '\\', '<|endoftext|>')
const text = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 }).map((parts) => parts.join(''))

test('what is accepted is stored as it was given, and read back from another connection; the rest is refused', () => {
  using folder = tempFolder()
  using workspace = Workspace.open(folder.file())
  const tract = workspace.create()
  const accepted = new Map<string, string>()
  fc.assert(fc.property(text, text, (words, note) => {
    const isFine = words.isWellFormed() && note.isWellFormed()
    let hash = ''
    expect(faultOf(() => (hash = tract.commit({ type: 'tool_result', callId: 'c', tool: 't', output: { [words]: words, words }, status: 'success' }, { message: note, tags: [note], metadata: { [note]: note } }).hash))).toBe(isFine ? 'none' : 'value/not-json')
    if (isFine) accepted.set(hash, JSON.stringify([words, note]))
    let said = ''
    expect(faultOf(() => (said = tract.user(words).hash))).toBe(words.isWellFormed() ? 'none' : 'value/not-json')
    if (said) accepted.set(said, JSON.stringify([words]))
  }), { numRuns: 400 })
  using other = Workspace.open(folder.file(), { access: 'read' })
  const there = other.get(tract.id)
  for (const [hash, expected] of accepted) {
    const { content, commit } = there.show(hash)
    const read = content?.type === 'tool_result' ? [(content.output as { words: string }).words, commit.message] : [content?.type === 'dialogue' ? content.text : null]
    expect(JSON.stringify(read)).toBe(expected)
    if (content?.type === 'tool_result') expect([content.output, commit.tags, commit.metadata]).toEqual([{ [String(read[0])]: read[0], words: read[0] }, [read[1]], { [String(read[1])]: read[1] }])
  }
  expect([there.compile().messages.length, other.verify().kind]).toEqual([accepted.size, 'intact'])
}, 30_000)

test('two texts that look alike are two contents', () => {
  using tract = Tract.open()
  const blobs = ['é', 'e\u0301', 'Å', '\u212b', 'a\u200b', 'a'].map((words) => (tract.user(words), tract.compile().messages.at(-1)?.blob))
  expect(new Set(blobs).size).toBe(6)
})

test('a branch name that is accepted is found again, whatever it is', () => {
  using tract = Tract.open()
  tract.user('a')
  fc.assert(fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })), (name) => {
    const isFine = faultOf(() => checkRefName(name)) === 'none'
    const code = faultOf(() => tract.branch(name, { switch: false }))
    if (!isFine) expect(code).toBe('ref/bad-name')
    else if (code === 'none') expect([tract.on(name.normalize('NFC')).status().head.kind, tract.resolve(name)]).toEqual(['attached', tract.resolve('HEAD')])
    else expect(['branch/exists', 'ref/bad-name']).toContain(code)
  }), { numRuns: 400 })
  expect(new Set(tract.listBranches().map(({ name }) => name)).size).toBe(tract.listBranches().length)
}, 30_000)
