/** What settings are called when a change of them is taken back. */
export const settingNames = (names: readonly string[]): string => names.map((name) => known[name] ?? 'a setting').join(', ')

const known: Readonly<Record<string, string>> = {
  theme: 'theme',
  enterSends: 'what Enter does',
  keys: 'keys',
  providers: 'provider',
  chat: 'model and its settings',
  clients: 'who answers a kind of call',
  prices: 'price of a model',
  'appearance.contrast': 'contrast',
  'appearance.density': 'density',
  'appearance.textPx': 'text size',
  'appearance.lanePatterns': 'dashes of lanes',
  'appearance.monoNumbers': 'face of numbers',
  'appearance.keyHints': 'key hints',
  'appearance.motion': 'motion',
  'appearance.colours': 'colours',
}
