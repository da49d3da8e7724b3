/** Is there a screen to open a window on? On Linux that is said by the environment; elsewhere there always is one. */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY'])
}
