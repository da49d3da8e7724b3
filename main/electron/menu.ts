import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'

/** The system's menu: what the system does. What the app does is in the page, the same in both hosts. */
export function setMenu(platform: string, isPackaged: boolean): void {
  const forMac: readonly MenuItemConstructorOptions[] = platform === 'darwin' ? [{ role: 'appMenu' }] : []
  const view: MenuItemConstructorOptions[] = [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { type: 'separator' }, { role: 'togglefullscreen' }]
  const forDevelopers: readonly MenuItemConstructorOptions[] = isPackaged ? [] : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }]
  Menu.setApplicationMenu(Menu.buildFromTemplate([...forMac, { role: 'fileMenu' }, { label: 'Edit', submenu: editing }, { label: 'View', submenu: [...view, ...forDevelopers] }, { role: 'windowMenu' }]))
}

/** Without undo and redo: those keys are the page's, which takes back what was done to a tract when no text is being written. */
const editing: MenuItemConstructorOptions[] = [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]
