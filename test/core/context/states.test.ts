import { expect, test } from 'vitest'
import { openStates } from '../../../core/context/states.ts'
import type { Content } from '../../../core/model/content.ts'
import { memoryHistory } from '../../helpers/memoryHistory.ts'

const text = (words: string): Content => ({ type: 'dialogue', role: 'user', text: words })

/** A line of this many messages; gives the history and its tip. */
function line(length: number) {
  const history = memoryHistory()
  let tip: number | null = null
  for (let i = 0; i < length; i++) tip = history.append(tip, text('x')).key
  return { history, tip: tip! }
}

test('before the first commit there is nothing, and nothing is read', () => {
  const { history } = line(1)
  expect(openStates(history.source).at(null)).toMatchObject({ messages: 0, shown: 0, tokens: 0 })
  expect(history.asked.line).toBe(0)
})

test('a state that is kept is given again without reading', () => {
  const { history, tip } = line(5)
  const states = openStates(history.source)
  expect(states.at(tip)).toBe(states.at(tip))
  expect({ asked: history.asked.line, reduced: states.reduced }).toEqual({ asked: 1, reduced: 5 })
})

test('what was just written is folded on without reading its line', () => {
  const { history, tip } = line(5)
  const states = openStates(history.source)
  states.at(tip)
  const commits = [1, 2, 3].map((n) => history.append(tip + n - 1, text('y')))
  const state = states.extend(tip, commits)
  expect({ shown: state.shown, same: states.at(tip + 3) === state, asked: history.asked.line, reduced: states.reduced }).toEqual({ shown: 8, same: true, asked: 1, reduced: 8 })
})

test('extending by nothing gives the state there is', () => {
  const { history, tip } = line(2)
  const states = openStates(history.source)
  expect(states.extend(tip, [])).toBe(states.at(tip))
})

test('at most so many states are kept; the ones used last', () => {
  const { history } = line(10)
  const states = openStates(history.source, { maxStates: 3, maxCommits: 1_000 })
  for (const key of [1, 2, 3, 1, 4]) states.at(key)
  const kept = [4, 3, 1, 2].filter((key) => {
    const before = history.asked.line
    states.at(key)
    return history.asked.line === before
  })
  expect(kept).toEqual([4, 3, 1])
})

test('large states push out old ones, but the last one always stays', () => {
  const { history } = line(10)
  const states = openStates(history.source, { maxStates: 100, maxCommits: 5 })
  states.at(3)
  const large = states.at(10)
  expect(states.at(10)).toBe(large)
  const before = states.reduced
  states.at(3)
  expect(states.reduced - before).toBe(3)
})

test('a transaction that was taken back leaves nothing: its row numbers come again', () => {
  const { history, tip } = line(3)
  const states = openStates(history.source)
  const before = states.at(tip)
  states.extend(tip, [{ ...history.commits.get(tip)!, key: 4, change: 4 }])
  states.forget(4)
  const again = history.append(tip, text('another text'))
  expect({ key: again.key, tokens: states.at(4).tokens, before: states.at(tip) === before }).toEqual({ key: 4, tokens: 3 + 'another text'.length, before: true })
})

test('after forgetting everything all is folded anew', () => {
  const { history, tip } = line(3)
  const states = openStates(history.source)
  states.at(tip)
  states.forget()
  states.at(tip)
  expect(states.reduced).toBe(6)
})

test('a state made elsewhere can be kept', () => {
  const { history, tip } = line(3)
  const state = openStates(history.source).at(tip)
  const states = openStates(history.source)
  states.remember(tip, state)
  expect({ same: states.at(tip) === state, reduced: states.reduced }).toEqual({ same: true, reduced: 0 })
})
