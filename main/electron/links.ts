import { dialog, shell } from 'electron'
import { readLink } from '../links.ts'

/** The one way out to the system's browser, after a person has seen the whole address: what it carries after the host can be a secret. */
export async function openLink(text: string): Promise<void> {
  const link = readLink(text)
  if (!link) return
  const { response } = await dialog.showMessageBox({
    type: link.isSecure ? 'question' : 'warning',
    message: `Open ${link.host} in your browser?`,
    detail: `${link.url}${link.isSecure ? '' : '\n\nThis address is not encrypted.'}`,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  })
  if (response === 0) await shell.openExternal(link.url)
}
