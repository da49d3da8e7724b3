import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { MessageId, TractId } from '../../core/model/ids.ts'
import { inBrowser } from './browserStorage.ts'
import { useBottomDrawer } from './bottomDrawer.ts'
import { useLayout } from './layout.ts'
import { focusMessage, useSelection } from './selection.ts'
import { useView } from './view.ts'
import { applyLook, readLook } from './windowLook.ts'
import type { WindowLook } from './windowLook.ts'
import { withNewest } from './withNewest.ts'
import { setXrayLook, useXray } from './xray.ts'
import type { XrayLook } from './xray.ts'

/** How a tract was looked at when it was left. */
export type TractLook = WindowLook & { readonly focused: MessageId | null; readonly xray: XrayLook }
/** The one left last stands last. */
type Looks = { readonly byTract: Readonly<Record<string, TractLook>> }

/** Kept in the browser: it belongs to the viewer, not to the file. */
export const useTractLooks = create<Looks>()(persist((): Looks => ({ byTract: {} }), { name: 'tractLooks', version: 1, storage: inBrowser() }))

/** Tracts remembered; the one left longest ago goes. */
export const mostTracts = 100

/** The looks with one more, or changed. */
export function withLook({ byTract }: Looks, tract: TractId, look: TractLook): Looks {
  return { byTract: withNewest(byTract, tract, look, mostTracts) }
}

let before: TractId | null = null

/** Gives a tract that was come back to its own look again, and remembers it from then on. Gives what ends that. */
export function followTractLook(tract: TractId): () => void {
  const known = useTractLooks.getState().byTract[tract]
  if (known !== undefined && before !== null && before !== tract) restore(known)
  before = tract
  const remember = (): void => rememberLook(tract)
  remember()
  const stops = [useView.subscribe(remember), useLayout.subscribe(remember), useBottomDrawer.subscribe(remember), useSelection.subscribe(remember), useXray.subscribe(remember)]
  return () => stops.forEach((stop) => stop())
}

function restore(look: TractLook): void {
  applyLook(look)
  setXrayLook(look.xray)
  if (look.focused !== null && useSelection.getState().focused === null) focusMessage(look.focused, 'command')
}

function rememberLook(tract: TractId): void {
  const { tract: open } = useView.getState()
  const look = readLook()
  if (look === null || (open !== null && open !== tract)) return // the next tract is on its way
  const known = useTractLooks.getState().byTract[tract]
  const { page, tab, panes } = look
  const next: TractLook = { page, tab, panes, xray: useXray.getState().look, focused: useSelection.getState().focused ?? known?.focused ?? null }
  if (JSON.stringify(next) !== JSON.stringify(known)) useTractLooks.setState((looks) => withLook(looks, tract, next))
}
