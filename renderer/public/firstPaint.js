// Runs before the first paint, so a chosen look never flashes its opposite. The choice itself is kept by the main process (theme/applyTheme.ts, applyAppearance.ts).
{
  const kept = localStorage.getItem('theme')
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const { dataset, style } = document.documentElement
  dataset.theme = dark ? 'dark' : 'light'
  try {
    const { contrast, density, textPx } = JSON.parse(localStorage.getItem('appearance') ?? '{}')
    if (contrast === 'high' || (contrast !== 'normal' && matchMedia('(prefers-contrast: more)').matches)) dataset.contrast = 'high'
    if (density === 'cosy') dataset.density = density
    if (textPx >= 12 && textPx <= 20) style.setProperty('--font-scale', String(textPx / 14))
  } catch {
    // what can't be read is as it was never kept
  }
}
