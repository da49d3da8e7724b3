const units = ['kB', 'MB', 'GB', 'TB']

/** `812 B`, `4.2 kB`, `1.3 MB`: a thousand at a time, as files are shown by the system. */
export function sizeWords(sizeBytes: number): string {
  if (Math.abs(sizeBytes) < 999.5) return `${Math.round(sizeBytes)} B`
  let value = sizeBytes / 1000
  let at = 0
  while (Math.abs(value) >= 999.5 && at < units.length - 1) {
    value /= 1000
    at += 1
  }
  const digits = Math.abs(value) < 99.95 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value))
  return `${digits} ${units[at] ?? ''}`
}
