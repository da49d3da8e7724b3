import { useState } from 'react'
import { create } from 'zustand'
import type { MessageId } from '../../core/model/ids.ts'

/** Cards whose folded part was opened: by hand, or because what was looked for stands in it. Forgotten with the page. */
export const useOpenCards = create<{ readonly open: ReadonlySet<MessageId> }>()(() => ({ open: new Set() }))

export function openCard(id: MessageId, isOpen = true): void {
  useOpenCards.setState(({ open }) => ({ open: new Set(isOpen ? [...open, id] : [...open].filter((one) => one !== id)) }))
}

/** Whether the fold of a card is open, and how it opens; null: a card that is no message yet keeps that to itself. */
export function useCardFold(id: MessageId | null): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [own, setOwn] = useState(false)
  const isOpen = useOpenCards(({ open }) => id !== null && open.has(id))
  return id === null ? [own, setOwn] : [isOpen, (next) => openCard(id, next)]
}
