import { create } from 'zustand'
import type { MessageId, TractId } from '../../core/model/ids.ts'

/** What a menu is about. */
export type MenuAbout =
  | { readonly kind: 'step'; readonly step: MessageId }
  | { readonly kind: 'branch'; readonly tract: TractId; readonly branch: string }
  | { readonly kind: 'tract'; readonly tract: TractId }
  | { readonly kind: 'bookmark'; readonly tract: TractId; readonly name: string }
export type Point = { readonly x: number; readonly y: number }
export type OpenMenu = { readonly about: MenuAbout; readonly at: Point; /** What had the keyboard, and gets it back. */ readonly opener: HTMLElement | null }

/** The menu at the pointer, or at what has the keyboard. */
export const useContextMenu = create<{ readonly open: OpenMenu | null }>()(() => ({ open: null }))

export const openContextMenu = (open: OpenMenu): void => useContextMenu.setState({ open })
export const closeContextMenu = (): void => useContextMenu.setState({ open: null })
