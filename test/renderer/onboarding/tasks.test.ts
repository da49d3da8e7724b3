import { describe, expect, it } from 'vitest'
import type { MessageId } from '../../../core/model/ids.ts'
import type { Transcript } from '../../../core/model/context.ts'
import { doneNow, stepOf, tasks } from '../../../renderer/onboarding/tasks.ts'
import type { LessonFacts } from '../../../renderer/onboarding/tasks.ts'
import { message } from '../chat/messages.ts'

const id = (name: string): MessageId => message(name).messageId
const steps = { noise: [id('n1'), id('n2')], wrong: id('w'), rule: id('r') }
const text = (words: string) => ({ content: { type: 'dialogue', role: 'assistant', text: words } }) as const
const wrong = message('w', text('within 60 days'))
const right = message('w', text('within 30 days'))
const facts = (messages: Transcript['items'], more: Partial<LessonFacts> = {}): LessonFacts => ({ messages, branchCount: 2, isComparing: false, canRedo: false, ...more })
const atFirst = [message('n1'), message('n2'), wrong, message('r')]

describe('the tasks of the sample', () => {
  it.each([
    ['nothing yet', facts(atFirst), []],
    ['one of the noisy steps is hidden', facts([message('n1'), message('n2', { priority: 'skip' }), wrong, message('r')]), ['hide']],
    ['the answer says 30', facts([message('n1'), message('n2'), right, message('r')]), ['correct']],
    ['the rule is pinned', facts([message('n1'), wrong, message('r', { priority: 'pinned' })]), ['pin']],
    ['there is a third branch', facts(atFirst, { branchCount: 3 }), ['branch']],
    ['two branches stand side by side', facts(atFirst, { isComparing: true }), ['compare']],
    ['a summary came to the one it has', facts([...atFirst, ...['s', 't'].map((name) => message(name, { content: { type: 'summary', text: 'Short.' } }))]), ['compress']],
    ['something else was undone, and no task was done', facts(atFirst, { canRedo: true }), []],
  ] as const)('%s', (_, now, done) => expect(doneNow({ steps, done: [] }, now)).toEqual(done))

  it('ticks the undo when all marks are gone again, and not before', () => {
    const half = facts([message('n1', { priority: 'skip' }), wrong, message('r')], { canRedo: true })
    expect([doneNow({ steps, done: ['hide', 'correct'] }, half), doneNow({ steps, done: ['hide'] }, facts(atFirst, { canRedo: true })), doneNow({ steps, done: ['hide'] }, facts(atFirst))]).toEqual([['hide'], ['undo'], []])
  })

  it('does not call the undo done on a branch that hasn’t the steps', () => {
    expect(doneNow({ steps, done: ['hide'] }, facts([message('other')], { canRedo: true }))).toEqual([])
  })

  it('leads to the step a task is about', () => {
    expect(tasks.map((task) => stepOf(task.id, { steps }))).toEqual([id('n1'), id('w'), id('r'), null, null, null, null])
  })
})
