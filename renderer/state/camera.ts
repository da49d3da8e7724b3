import { create } from 'zustand'

/** What can be done with the view of the graph's surface. */
export type Camera = {
  readonly zoom: (to: 'in' | 'out') => void
  readonly fit: () => void
  /** 100 %, the end of the open branch in the middle. */
  readonly centreHead: () => void
}

type State = {
  /** null while the surface isn't shown. */
  readonly camera: Camera | null
  /** How large it is drawn. */
  readonly percent: number
}

/** The one surface of the window, for the commands that move its view. */
export const useCamera = create<State>()(() => ({ camera: null, percent: 100 }))

export const setCamera = (camera: Camera | null): void => useCamera.setState({ camera })
export const setPercent = (percent: number): void => useCamera.setState({ percent })
