import { expect, test } from 'vitest'
import { type CompiledMessage, Tract } from '../../../../core/index.ts'
import type { CompressRange, CompressRules } from '../../../../core/model/compress.ts'
import { actsOn } from '../../../helpers/acts.ts'
import { handClock } from '../../../helpers/handClock.ts'
import { forSeeds, type Random } from '../../../helpers/random.ts'
import { testPorts } from '../../../helpers/testPorts.ts'

test('in any history, of any range or selection, once and again: what is not summarised stays as it is, and expanding gives back what was there', () => {
  let [runs, pins, nested] = [0, 0, 0]
  forSeeds(20, (random) => {
    using tract = Tract.open(':memory:', { ports: testPorts(handClock()) })
    const act = actsOn(tract, random)
    for (let count = 10 + random.below(40); count > 0; count -= 1) act()
    standOnBranch(tract)
    tract.branch('earlier', { switch: false })

    const before = tract.compile()
    const first = compressSome(tract, random)
    const second = compressSome(tract, random) // of summaries too
    const after = tract.compile()
    const replaced = new Set([...first, ...second].flatMap(({ replaces }) => replaces))
    expect(kept(after.messages, before.messages)).toEqual(before.messages.filter(({ messageId }) => !replaced.has(messageId)).map(bytes))
    expect(pinned(before.messages).every((one) => after.messages.map(bytes).includes(one))).toBe(true)
    expect(tract.on('earlier').compile().hash).toBe(before.hash)

    const later = tract.on('earlier').user('This was said on the branch that parted before.').messageId
    const merged = tract.merge('earlier', { allowUnrelated: true })
    const whole = tract.compile()
    expect([merged.kind === 'conflict', whole.messages.map(({ messageId }) => messageId)]).toEqual([false, [...after.messages.map(({ messageId }) => messageId), later]])
    for (const { hash } of compressSome(tract, random).toReversed()) tract.expand(hash) // after a merge
    expect(tract.compile().hash).toBe(whole.hash)
    for (const { hash } of [...first, ...second].toReversed()) tract.expand(hash)
    expect(tract.compile().messages.slice(0, -1).map(bytes)).toEqual(before.messages.map(bytes))
    expect(tract.workspace.fsck('quick').findings).toEqual([])
    runs += first.length + second.length
    pins += pinned(before.messages).length
    nested += before.messages.some(({ why }) => why.kind === 'summary') ? 1 : 0
  })
  expect([runs > 40, pins > 10, nested > 2]).toEqual([true, true, true])
})

/** A branch with something to compress, wherever the acts have led. */
function standOnBranch(tract: Tract): void {
  if (tract.status().head.kind === 'detached') tract.branch('here')
  if (tract.findPendingMerge() !== null) tract.abortMerge()
  for (const words of ['How long can I return the shoes that I bought in Hamburg?', 'You have thirty days for that.', 'And boots?']) tract.user(words)
}

function compressSome(tract: Tract, random: Random) {
  const shown = tract.compile().messages.map(({ messageId }) => messageId)
  const [from, to] = [random.below(shown.length), random.below(shown.length)].toSorted((a, b) => a - b) as [number, number]
  const some = shown.slice(from, to + 1)
  const range: CompressRange & CompressRules = random.chance(0.5)
    ? { from: some[0]!, to: some.at(-1)!, ...(random.chance(0.3) && { preserve: [random.pick(some)] }) }
    : { messages: some.filter((_, nth) => nth === 0 || random.chance(0.7)) }
  const { runs } = tract.previewCompression(range)
  const result = tract.compress({ ...range, content: runs.length === 0 ? 'S' : runs.map(() => 'S') })
  return result.kind === 'compressed' ? result.commits : []
}

/** Which message, and its very content. */
const bytes = ({ messageId, blob, role }: CompiledMessage): string => `${messageId} ${blob} ${role}`
const pinned = (messages: readonly CompiledMessage[]): readonly string[] => messages.filter(({ priority }) => priority === 'pinned').map(bytes)
/** Of `now`, what was there before. */
const kept = (now: readonly CompiledMessage[], before: readonly CompiledMessage[]): readonly string[] => now.filter(({ messageId }) => before.some((one) => one.messageId === messageId)).map(bytes)
