const underWay = new Set<string>()

/** Does it, unless the same is under way already: two clicks on one button ask once. */
export async function oneAtATime(name: string, act: () => unknown): Promise<void> {
  if (underWay.has(name)) return
  underWay.add(name)
  try {
    await act()
  } finally {
    underWay.delete(name)
  }
}
