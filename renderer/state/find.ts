import { create } from 'zustand'

type Find = {
  /** null: the bar is closed; what was looked for last is kept. */
  readonly isOpen: boolean
  readonly text: string
  /** Which of the matches is pointed at. */
  readonly at: number
  /** Counts how often the keys asked for it: each time the field takes the keyboard. */
  readonly asked: number
}

/** Looking for words in the chat. */
export const useFind = create<Find>()(() => ({ isOpen: false, text: '', at: 0, asked: 0 }))

export const openFind = (): void => useFind.setState(({ asked }) => ({ isOpen: true, asked: asked + 1 }))
export const closeFind = (): void => useFind.setState({ isOpen: false })
export const lookFor = (text: string): void => useFind.setState({ text, at: 0 })
export const pointAt = (at: number): void => useFind.setState({ at })
