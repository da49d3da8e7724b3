/** Puts text on the clipboard; false when the browser refuses (no focus, no permission). */
export const copyText = (text: string): Promise<boolean> => navigator.clipboard.writeText(text).then(() => true, () => false)
