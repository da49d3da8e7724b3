// Runs before the first paint, so a chosen theme never flashes its opposite. The choice itself is kept by the main process (theme/useTheme.ts).
{
  const kept = localStorage.getItem('theme')
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
