import { expect, test } from 'vitest'
import { dataFolder, defaultWorkspace } from '../../main/dataFolder.ts'

test.each([
  ['linux', {}, '/home/me/.local/share/tract-studio'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/tract-studio'],
  ['darwin', {}, '/home/me/Library/Application Support/Tract Studio'],
  ['win32', { APPDATA: '/home/me/Roaming' }, '/home/me/Roaming/Tract Studio'],
  ['linux', { TRACT_STUDIO_DATA: '/mine', XDG_DATA_HOME: '/data' }, '/mine'],
])('on %s with %j the app keeps its files in %s', (platform, env, folder) => {
  expect(dataFolder({ platform, env, home: '/home/me' })).toBe(folder)
})

test('the first workspace lies in a folder of its own', () => {
  expect(defaultWorkspace('/data')).toBe('/data/tracts/Tracts.tract')
})
