import { createContext, useContext } from 'react'

/** Where menus and tooltips are put. An open dialog is in the top layer and everything outside it is inert, so it names itself here. */
export const PortalRoot = createContext<HTMLElement | null>(null)
export const usePortalRoot = (): HTMLElement | undefined => useContext(PortalRoot) ?? undefined
