import { join } from 'node:path'
import type { AppInfo } from './contract/app.ts'

type Surroundings = { readonly env: { readonly [name: string]: string | undefined }; readonly platform: string; readonly home: string }

/** Where the app keeps its own files: `TRACT_STUDIO_DATA`, else a folder of ours where the platform keeps the data of programs. */
export function dataFolder({ env, platform, home }: Surroundings): string {
  const own = env['TRACT_STUDIO_DATA']
  if (own !== undefined && own !== '') return own
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Tract Studio')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Tract Studio')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'tract-studio')
}

/** The workspace file that opens when none is named. */
export const defaultWorkspace = (folder: string): string => join(folder, 'tracts', 'Tracts.tract')

export function platformName(platform: string): AppInfo['platform'] {
  switch (platform) {
    case 'linux':
      return 'linux'
    case 'darwin':
      return 'mac'
    case 'win32':
      return 'windows'
    default:
      return 'other'
  }
}
