import { beforeEach, expect, test, vi } from 'vitest'
import type { CommandContext } from '../../../renderer/commands/context.ts'
import { readContext } from '../../../renderer/commands/context.ts'
import { keyHintsOf } from '../../../renderer/commands/keyHints.ts'
import { queryClient } from '../../../renderer/queries/client.ts'
import { settingsQuery } from '../../../renderer/queries/settings.ts'
import { useLayout } from '../../../renderer/state/layout.ts'
import { message } from '../chat/messages.ts'

const target = message('Hello', { priority: 'pinned' })
const context = (): CommandContext => ({ ...readContext(), messages: [target], target, asked: target.messageId })
const hints = () => keyHintsOf('xray', context()).map(({ keys, word }) => `${keys} ${word}`)

beforeEach(() => {
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
  queryClient.clear()
  useLayout.setState({ wording: 'plain' })
})

test('a pane offers the keys that would do something now, in the words that were chosen', () => {
  expect(hints()).toEqual(['S hide', 'N normal', 'E correct', 'ArrowRight details'])
  useLayout.setState({ wording: 'git' })
  expect(hints()[0]).toEqual('S skip')
})

test('keys that were changed are offered as they are now, those taken away not at all', () => {
  queryClient.setQueryData(settingsQuery().queryKey, { keys: { 'step.hide': ['H H'], 'step.edit': [] }, providers: [], chat: { provider: 'demo', model: 'demo', temperature: null } } as never)
  expect(hints()).toEqual(['H H hide', 'N normal', 'ArrowRight details'])
})
